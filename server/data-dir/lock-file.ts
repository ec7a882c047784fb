import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Milliseconds within which other processes that found the same stale lock have also taken it. */
const contention = 200

/**
 * Locks the embedded database in `dataDir` for this process and returns the function that unlocks it. PGlite has no
 * lock of its own, and two processes on one directory silently lose rows.
 */
export async function takeLock(dataDir: string): Promise<() => void> {
  const lock = join(dataDir, 'db.lock')
  const own = String(process.pid)
  const release = () => rmSync(lock, { force: true })
  try {
    writeFileSync(lock, own, { flag: 'wx', mode: 0o600 })
    return release
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  if (!isRunning(Number(readFileSync(lock, 'utf8')))) {
    // Left behind by a killed process. If several find it, the last one to write gets it.
    writeFileSync(lock, own)
    await setTimeout(contention)
  }
  const holder = readFileSync(lock, 'utf8')
  if (holder === own) return release
  throw new Error(
    `The database in ${dataDir} is in use by process ${holder}. Stop that process, set another DATA_DIR, or use PostgreSQL (DATABASE_URL) to run several.`,
  )
}

function isRunning(pid: number): boolean {
  // A process with our own id was before a container's restart.
  if (!pid || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
