import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'import-'))

/** Writes a file to import, and returns its path. */
export function file(content: string | Buffer): string {
  const path = join(folder, crypto.randomUUID())
  writeFileSync(path, content)
  return path
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}
