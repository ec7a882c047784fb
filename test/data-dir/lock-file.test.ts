import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { takeLock } from '../../server/data-dir/lock-file.ts'

function dataDir() {
  const folder = mkdtempSync(join(tmpdir(), 'ticket-center-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return { folder, lock: join(folder, 'db.lock') }
}

describe('the lock of a data directory', () => {
  test('belongs to this process until it is released', async () => {
    const { folder, lock } = dataDir()
    const release = await takeLock(folder)
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid))
    release()
    expect(existsSync(lock)).toBe(false)
  })

  test('is not taken from a running process', async () => {
    const { folder, lock } = dataDir()
    writeFileSync(lock, String(process.ppid))
    await expect(takeLock(folder)).rejects.toThrow(`is in use by process ${process.ppid}`)
    expect(readFileSync(lock, 'utf8')).toBe(String(process.ppid))
  })

  test.each([
    ['by a dead process', String(spawnSync(process.execPath, ['--version']).pid)],
    ['empty', ''],
    ['with nonsense in it', 'nonsense'],
  ])('is taken over if it was left behind %s', async (_name, text) => {
    const { folder, lock } = dataDir()
    writeFileSync(lock, text)
    await takeLock(folder)
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid))
  })
})
