import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

/** Longest stretch, in milliseconds, for which the database may keep the event loop to itself. */
const longestStretch = 8

/** PGlite runs inside this thread: under load it would let no timer and no socket through. */
class YieldingPGlite extends PGlite {
  #since = performance.now()

  override async execProtocolRaw(...args: Parameters<PGlite['execProtocolRaw']>) {
    await this.#breathe()
    return super.execProtocolRaw(...args)
  }

  override async execProtocolRawStream(...args: Parameters<PGlite['execProtocolRawStream']>) {
    await this.#breathe()
    return super.execProtocolRawStream(...args)
  }

  async #breathe() {
    if (performance.now() - this.#since < longestStretch) return
    await new Promise(setImmediate)
    this.#since = performance.now()
  }
}

/** Opens the database kept in `dataDir`; refused while another process has it open. Closing gives it back. */
export async function openEmbedded(dataDir: string): Promise<PGlite> {
  mkdirSync(dataDir, { recursive: true })
  const lock = await takeLock(dataDir)
  const lite = await YieldingPGlite.create(join(dataDir, 'db'))
  const close = lite.close.bind(lite)
  lite.close = async () => {
    await close()
    rmSync(lock, { force: true })
  }
  return lite
}

/** Milliseconds within which another process that found the same stale lock has taken it over, too. */
const contention = 200

/** PGlite takes no lock of its own, and two processes on one directory silently lose rows. */
async function takeLock(dataDir: string): Promise<string> {
  const lock = join(dataDir, 'db.lock')
  const own = String(process.pid)
  try {
    writeFileSync(lock, own, { flag: 'wx' })
    return lock
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  if (!isRunning(Number(readFileSync(lock, 'utf8')))) {
    // Left behind by a process that was killed. Of several that find it, the last to write has it.
    writeFileSync(lock, own)
    await setTimeout(contention)
  }
  const holder = readFileSync(lock, 'utf8')
  if (holder === own) return lock
  throw new Error(
    `The database in ${dataDir} is in use by process ${holder}. Stop that process, set another DATA_DIR, or use PostgreSQL (DATABASE_URL) to run several.`,
  )
}

function isRunning(pid: number): boolean {
  // A process of ours with our own id is a restarted container's.
  if (!pid || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * The Prisma adapter, mended in two places: a failed COMMIT rejects instead of being acknowledged,
 * and a script is awaited instead of being reported as done before it ran.
 */
export class EmbeddedAdapter extends PrismaPGlite {
  #lite: PGlite

  constructor(lite: PGlite) {
    super(lite)
    this.#lite = lite
  }

  override async connect(): Promise<SqlDriverAdapter> {
    const lite = this.#lite
    const adapter = await super.connect()
    return Object.assign(adapter, {
      async executeScript(script: string) {
        await lite.exec(script)
      },
      async startTransaction(isolation?: string) {
        const began = Promise.withResolvers<Transaction>()
        const ended = Promise.withResolvers<void>()
        const outcome = lite.transaction(async (transaction) => {
          if (isolation) await transaction.exec(`SET TRANSACTION ISOLATION LEVEL ${isolation}`)
          began.resolve(transaction)
          await ended.promise
        })
        outcome.catch(began.reject)
        const transaction = await began.promise
        return Object.assign(Object.create(adapter, { client: { value: transaction } }), {
          options: { usePhantomQuery: true },
          async commit() {
            ended.resolve()
            await outcome
          },
          async rollback() {
            await transaction.rollback()
            ended.resolve()
            await outcome
          },
        })
      },
    })
  }

  override async connectToShadowDb(): Promise<SqlDriverAdapter> {
    return new EmbeddedAdapter(await PGlite.create()).connect()
  }
}
