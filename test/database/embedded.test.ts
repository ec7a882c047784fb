import { chmodSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PrismaClient } from '../../prisma/generated/client/client.ts'
import { Adapter } from '../../server/database/adapter.ts'
import type { Database } from '../../server/database/database.ts'
import { openEmbedded } from '../../server/database/embedded.ts'
import { newEnvironment, postgres } from '../support/environment.ts'

describe.skipIf(postgres)('the embedded database', () => {
  let database: Database
  let folder: string
  let remove: () => void

  const filesShared = () =>
    [folder, ...globSync('**', { cwd: folder }).map((file) => join(folder, file))].filter(
      (path) => (statSync(path).mode & 0o077) !== 0,
    )
  const rows = async () =>
    (await database.writes.query('SELECT id FROM scratch ORDER BY id')).rows.map(({ id }) => id)
  const insert = (id: number) => ({ name: 'insert', text: 'INSERT INTO scratch VALUES ($1)', values: [id] })

  beforeAll(async () => {
    const environment = await newEnvironment()
    folder = environment.variables.DATA_DIR ?? ''
    remove = environment.remove
    // As an earlier version left it.
    chmodSync(folder, 0o755)
    for (const file of globSync('**', { cwd: folder })) {
      const path = join(folder, file)
      chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o666)
    }
    database = await openEmbedded(folder)
    await database.writes.query('CREATE TABLE scratch (id int)')
  })

  afterAll(async () => {
    await database.close()
    remove()
  })

  test('and its folder are only accessible to the owner, including files of an earlier version', async () => {
    await database.writes.query('CREATE TABLE more AS SELECT generate_series(1, 10000)')
    await database.writes.query('CHECKPOINT')
    expect(filesShared()).toEqual([])
  })

  test('rolls back the transaction of a destroyed client; the next one writes and commits', async () => {
    const client = await database.writes.connect()
    await client.query('BEGIN')
    await client.query('CREATE TEMPORARY TABLE mine ()')
    await client.query(`SET TIME ZONE 'Asia/Tokyo'`)
    await client.query('SELECT pg_advisory_lock(7)')
    await client.query(insert(1))
    client.release(true)
    expect(await rows()).toEqual([])
    const next = await database.writes.connect()
    await next.query('BEGIN')
    await next.query(insert(2))
    await next.query('COMMIT')
    const { rows: session } = await next.query(`SELECT current_setting('TimeZone') AS zone,
      to_regclass('mine') AS mine, (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory') AS locks`)
    next.release()
    expect(session).toEqual([{ zone: 'UTC', mine: null, locks: 0 }])
    expect(await rows()).toEqual([2])
  })

  test('rolls back a statement that its client did not wait for', async () => {
    const client = await database.writes.connect()
    await client.query('BEGIN')
    const cut = client.query(insert(3)).catch((error) => error)
    client.release(true)
    expect(await cut).toBeInstanceOf(Error)
    expect(await rows()).toEqual([2])
  })

  test('accepts the same prepared statements after a reconnect', async () => {
    await database.writes.query(insert(4))
    const client = await database.writes.connect()
    await client.query(insert(5))
    client.release(true)
    await database.writes.query(insert(6))
    await expect(database.writes.query('SELECT nothing')).rejects.toMatchObject({ code: '42703' })
    await database.writes.query(insert(7))
    expect(await rows()).toEqual([2, 4, 5, 6, 7])
  })

  test('handles statements and results of many megabytes', async () => {
    const text = 'x'.repeat(5_000_000)
    const { rows: found } = await database.writes.query('SELECT $1 || $1 AS both', [text])
    expect(found[0].both === text + text).toBe(true)
  })

  test('runs three hundred transactions at once without losing any', async () => {
    const prisma = new PrismaClient({
      adapter: new Adapter(database.writes),
      // As long as the pool lets them wait.
      transactionOptions: { maxWait: 39_000, timeout: 15_000 },
    })
    await prisma.$executeRaw`DELETE FROM scratch`
    const ids = Array.from({ length: 300 }, (_, index) => index)
    await Promise.all(
      ids.map((id) =>
        prisma.$transaction(async (tx) => {
          await tx.$executeRaw`INSERT INTO scratch VALUES (${id})`
        }),
      ),
    )
    expect(await rows()).toEqual(ids)
  })

  test('does not block the event loop', async () => {
    let done = false
    let turns = 0
    const work = Array.from({ length: 20 }, () =>
      database.writes.query('SELECT sum(a) FROM generate_series(1, 100000) a'),
    )
    const all = Promise.all(work).finally(() => {
      done = true
    })
    while (!done) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      turns++
    }
    await all
    expect(turns, 'timers that ran meanwhile').toBeGreaterThan(20)
  })
})
