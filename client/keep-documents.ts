import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentsFile } from './graphql/operations.ts'

const maxBuilds = 10

/** The names of the builds' files, newest first: a copy of the folder need not keep their times. */
const orderFile = 'builds.json'

/**
 * Reads what earlier builds left of the operations' texts; the function that it returns writes it again, and this
 * build's. Pages stay open while a server is replaced, and ask the next one for the texts of their own build.
 */
export function keepDocuments(source: string, assets: string, current = documentsFile): () => void {
  const earlier = namesIn(assets)
    .filter((name) => name !== current)
    .slice(0, maxBuilds)
    .map((name) => ({ name, text: readFileSync(join(assets, name)) }))
  return () => {
    mkdirSync(assets, { recursive: true })
    for (const { name, text } of earlier) writeFileSync(join(assets, name), text)
    copyFileSync(join(source, 'documents.json'), join(assets, current))
    const order = [current, ...earlier.map(({ name }) => name)]
    writeFileSync(join(assets, orderFile), JSON.stringify(order))
  }
}

/** Newest first; those that are in no order last. */
function namesIn(assets: string): string[] {
  if (!existsSync(assets)) return []
  const found = readdirSync(assets).filter((name) => /^documents-\w+\.json$/.test(name))
  const order = join(assets, orderFile)
  const names: string[] = existsSync(order) ? JSON.parse(readFileSync(order, 'utf8')) : []
  return [...new Set([...names.filter((name) => found.includes(name)), ...found])]
}
