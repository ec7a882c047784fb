import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { documentsFile } from './graphql/operations.ts'

const maxBuilds = 10

/**
 * Reads what earlier builds left of the operations' texts; the function that it returns writes it again, and this
 * build's. Pages stay open while a server is replaced, and ask the next one for the texts of their own build.
 */
export function keepDocuments(source: string, assets: string): () => void {
  const earlier = existsSync(assets)
    ? readdirSync(assets)
        .filter((name) => /^documents-\w+\.json$/.test(name) && name !== documentsFile)
        .map((name) => ({ name, time: statSync(join(assets, name)).mtimeMs }))
        .sort((one, other) => other.time - one.time)
        .slice(0, maxBuilds)
        .map(({ name }) => ({ name, text: readFileSync(join(assets, name)) }))
    : []
  return () => {
    mkdirSync(assets, { recursive: true })
    for (const { name, text } of earlier) writeFileSync(join(assets, name), text)
    copyFileSync(join(source, 'documents.json'), join(assets, documentsFile))
  }
}
