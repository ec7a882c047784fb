import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDataDir } from '../../server/data-dir/data-dir.ts'

/** The mode of a folder that others could read, with these entries, once it has been opened. */
function opened(...entries: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'ticket-center-data-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const name of entries) {
    if (name.endsWith('/')) mkdirSync(join(folder, name), { mode: 0o755 })
    else writeFileSync(join(folder, name), '', { mode: 0o644 })
  }
  chmodSync(folder, 0o755)
  openDataDir(folder)
  const modeOf = (path: string) => statSync(path).mode & 0o777
  return { folder: modeOf(folder), entries: entries.map((name) => modeOf(join(folder, name))) }
}

test.for([
  ['nothing', []],
  ['our own', ['db/', 'files/', 'server.key', 'server.key.new', 'admin.key']],
  ['what volumes have', ['lost+found/', 'server.key']],
  ['what keeps it in a repository', ['.gitkeep', '.gitignore']],
])('DATA_DIR is for its owner only, with %s', ([, entries]) => {
  expect(opened(...(entries as string[])).folder).toBe(0o700)
})

test('our files are for their owner only, those of others stay as they are', () => {
  const { entries } = opened('server.key', 'server.key.new', 'holiday.jpg')
  expect(entries).toEqual([0o600, 0o600, 0o644])
})
