import type { Socket } from 'node:net'
import type pg from 'pg'
import { database } from './db.ts'

interface Statement {
  query: pg.QueryConfig
  resolve(result: pg.QueryResult): void
  reject(error: unknown): void
}

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
  const [first, ...others] = statements
  if (first && others.length === 0) database.reads.query(first.query).then(first.resolve, first.reject)
  else sendAll(statements).catch((error) => statements.forEach(({ reject }) => void reject(error)))
}

async function sendAll(statements: Statement[]): Promise<void> {
  const client = (await database.reads.connect()) as pg.PoolClient & { connection: { stream: Socket } }
  let failure: Error | undefined
  const fail = (error: Error) => {
    failure ??= error
  }
  client.on('error', fail)
  const { stream } = client.connection
  stream.cork()
  const results = statements.map(({ query, resolve, reject }) => {
    const result = client.query(query)
    result.then(resolve, reject)
    return result.then(() => {}, fail)
  })
  stream.uncork()
  await Promise.all(results)
  client.off('error', fail)
  // As the pool does it, a connection with an error is not used again.
  client.release(failure)
}
