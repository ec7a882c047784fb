import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { log } from '../log/log.ts'

const ours = /^(db|db\.lock|files|mail|\w+\.key(\.new)?)$/
/** What volumes and repositories leave in a folder that is ours alone. */
const harmless = /^(lost\+found|\.(git)?keep|\.gitignore)$/

/** Creates DATA_DIR if it is missing, and restricts it and our files in it to its owner. */
export function openDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const names = readdirSync(dataDir)
  try {
    for (const name of names.filter((name) => ours.test(name))) restrict(join(dataDir, name))
    if (names.every((name) => ours.test(name) || harmless.test(name))) restrict(dataDir)
    else if (isShared(dataDir)) log.warn({ dataDir }, 'other users can read DATA_DIR: run chmod 700 on it')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
    log.warn({ dataDir }, 'DATA_DIR belongs to another user, who decides who else can read it')
  }
}

/** Whether anybody but the owner has access. */
const isShared = (path: string) => (statSync(path).mode & 0o077) !== 0

/** Earlier versions left the database, some thousand files, readable by everybody. */
function restrict(path: string): void {
  if (!isShared(path)) return
  const isFolder = statSync(path).isDirectory()
  if (isFolder) for (const name of readdirSync(path)) restrict(join(path, name))
  chmodSync(path, isFolder ? 0o700 : 0o600)
}
