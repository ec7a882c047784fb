import pg from 'pg'

/** Refuses a connection pooler that the configuration does not name: prepared statements and LISTEN would fail there. */
export async function refusePooler(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    // A pooler gives each client a number of its own, as it does not know which process will serve it.
    if ((client as unknown as { processID: number }).processID === rows[0]?.pid) return
  } finally {
    await client.end()
  }
  throw new Error(
    'DATABASE_URL leads to a connection pooler, such as PgBouncer. Set DATABASE_POOLER=transaction, and DIRECT_DATABASE_URL to the address of PostgreSQL itself.',
  )
}
