import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { config } from '../config/config.ts'
import { openDataDir } from '../data-dir/data-dir.ts'

/**
 * The key in `file` under the data directory, created on first use, readable only by its owner. It appears completely
 * or not at all: an empty key would be known to everybody.
 */
export function keyFile(file: string): string {
  const path = join(config.dataDir, file)
  openDataDir(config.dataDir)
  if (!existsSync(path)) {
    const draft = join(config.dataDir, `${randomUUID().replaceAll('-', '')}.key`)
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true })
    try {
      linkSync(draft, path)
    } catch (error) {
      // Another process was first.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft)
    }
  }
  return readKey(path)
}

export function readKey(path: string): string {
  const key = readFileSync(path, 'utf8').trim()
  if (key.length < 32) throw new Error(`${path}: not a key: restore the file from a backup`)
  return key
}
