import pg from 'pg'

/** Milliseconds after which an unresponsive server counts as down: on a busy machine, a start can hold up the process. */
export const connectionTimeoutMillis = 10_000

/**
 * Settings of a pool whose sessions are in UTC, whatever the server's zone: Prisma's adapter writes times without a
 * zone and reads them as UTC.
 */
export function poolSettings(connectionString?: string, more: pg.PoolConfig = {}): pg.PoolConfig {
  return { connectionString, connectionTimeoutMillis, onConnect: useUtc, ...more }
}

/** Opens a single connection, for what a pool cannot do. */
export async function connect(connectionString: string, more: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis, ...more })
  client.on('error', () => {})
  try {
    await client.connect()
    await useUtc(client)
    return client
  } catch (error) {
    void client.end()
    throw error
  }
}

/** By a statement, not a start-up parameter, which poolers refuse. */
export const useUtc = (client: pg.ClientBase) => client.query("SET TIME ZONE 'UTC'")
