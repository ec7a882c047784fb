import type { Socket } from 'node:net'
import type pg from 'pg'
import { database } from './db.ts'

interface Statement {
  query: pg.QueryConfig
  resolve(result: pg.QueryResult): void
  reject(error: unknown): void
}

type Client = pg.PoolClient & { connection: { stream: Socket } }

let waiting: Statement[] = []

/**
 * Reads over one connection together with what else is read at the same moment, which a request's root fields do: the
 * statements leave in one packet. Each has its own result or error.
 */
export function readTogether(query: pg.QueryConfig): Promise<pg.QueryResult> {
  if (!database.reads.options.pipeline) return database.reads.query(query)
  // Promises that are settled go on before the next tick.
  if (waiting.length === 0) process.nextTick(send)
  return new Promise((resolve, reject) => waiting.push({ query, resolve, reject }))
}

function send(): void {
  const statements = waiting
  waiting = []
  database.reads.connect((error, client, release) => {
    if (client) sendOver(client as Client, statements, release)
    else for (const { reject } of statements) reject(error)
  })
}

/** With callbacks: the promises between them would keep each result until the next full garbage collection. */
function sendOver(client: Client, statements: Statement[], release: (failure?: Error) => void): void {
  let failure: Error | undefined
  let left = statements.length
  const fail = (error: Error) => {
    failure ??= error
  }
  client.on('error', fail)
  client.connection.stream.cork()
  for (const { query, resolve, reject } of statements) {
    client.query(query, (error: Error | null, result: pg.QueryResult) => {
      if (error) fail(error)
      if (error) reject(error)
      else resolve(result)
      if (--left > 0) return
      client.off('error', fail)
      // As the pool does it, a connection with an error is not used again.
      release(failure)
    })
  }
  client.connection.stream.uncork()
}
