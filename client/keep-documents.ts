import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentsFile } from './graphql/operations.ts'

const maxBuilds = 10

/** The builds' file names, newest first: copying the folder may change their timestamps. */
const orderFile = 'builds.json'

/**
 * Reads the operations' texts that earlier builds left; the returned function writes them again together with this
 * build's. Pages stay open while a server is replaced and ask the new one for the texts of their own build.
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

/** Newest first; files missing from the order come last. */
function namesIn(assets: string): string[] {
  if (!existsSync(assets)) return []
  const found = readdirSync(assets).filter((name) => /^documents-\w+\.json$/.test(name))
  const order = join(assets, orderFile)
  const names: string[] = existsSync(order) ? JSON.parse(readFileSync(order, 'utf8')) : []
  return [...new Set([...names.filter((name) => found.includes(name)), ...found])]
}
