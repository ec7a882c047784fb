import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { openDataDir } from '../data-dir/data-dir.ts'
import { takeLock } from '../data-dir/lock-file.ts'
import { log } from '../log/log.ts'
import { poolSettings } from './connections.ts'
import type { Database } from './database.ts'
import type { FromClient, ToClient } from './embedded-worker.ts'
import { WorkerSocket } from './worker-socket.ts'

/**
 * Opens the PGlite database in `dataDir`, unless another process has it open; without `dataDir`, an empty database in
 * memory. It runs in its own thread to keep the event loop free.
 */
export async function openEmbedded(dataDir?: string): Promise<Database> {
  if (dataDir === undefined) return openThread(undefined)
  openDataDir(dataDir)
  const folder = join(dataDir, 'db')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const release = await takeLock(dataDir)
  const database = await openThread(folder).catch((error) => {
    release()
    throw error
  })
  return { ...database, close: () => database.close().then(release) }
}

async function openThread(folder: string | undefined): Promise<Database> {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: { folder } })
  const sockets = new Map<number, WorkerSocket>()
  let clients = 0
  let failure: Error | undefined
  let closing = false
  const exited = once(worker, 'exit')
  await Promise.race([once(worker, 'message'), exited.then(() => Promise.reject(stopped()))])
  worker.on('message', ([client, parts]: ToClient) => {
    for (const bytes of parts) sockets.get(client)?.push(bytes)
  })
  worker.on('error', stop)
  worker.on('exit', () => closing || failure || stop())

  /** Without its database the process is useless: it ends, so that its supervisor restarts it. */
  function stop(cause?: unknown): never {
    failure = stopped(cause)
    log.fatal({ err: failure }, 'embedded database stopped; exiting to be restarted')
    for (const socket of sockets.values()) socket.destroy(failure)
    throw failure
  }

  function openSocket(): WorkerSocket {
    const client = ++clients
    const socket = new WorkerSocket((bytes) => {
      if (!bytes) sockets.delete(client)
      worker.postMessage([client, bytes] satisfies FromClient, bytes ? [bytes.buffer] : [])
    })
    sockets.set(client, socket)
    if (failure) socket.destroy(failure)
    return socket
  }

  const pool = new pg.Pool({
    ...poolSettings(),
    // The environment's PGSSLMODE is meant for servers.
    ...{ user: 'postgres', database: 'postgres', ssl: false, stream: openSocket as never },
    // There is one session. A client that ends takes its prepared statements along, so none ends. Waiting for it must
    // take longer than Prisma waits for a transaction.
    max: 1,
    idleTimeoutMillis: 0,
    maxLifetimeSeconds: 0,
    connectionTimeoutMillis: 40_000,
  })
  pool.on('error', () => {})
  return {
    reads: pool,
    writes: pool,
    jobs: pool,
    pooled: false,
    migrating: (work) => work(pool),
    async ping() {
      await pool.query('SELECT 1')
    },
    async close() {
      closing = true
      await pool.end()
      if (!failure) worker.postMessage('close')
      await exited
    },
  }
}

/** Worded like the PostgreSQL client: callers get UNAVAILABLE. */
const stopped = (cause?: unknown) =>
  new Error('Connection terminated: the embedded database stopped', { cause })
