import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newEnvironment, postgres } from '../support/environment.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'

const read = '{ tickets { totalCount } }'
const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
const open = 'mutation ($input: OpenTicketInput!) { openTicket(input: $input) { __typename } }'

describe.skipIf(!postgres)('while another session holds a lock', () => {
  let server: ServerProcess
  let holder: pg.Client
  let website: TestWebsite
  let other: TestWebsite

  beforeAll(async () => {
    const { variables } = await newEnvironment()
    server = spawnServer(variables)
    website = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
    other = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
    await website.key.run('openTicket', input, 'ticket { id }')
    holder = new pg.Client({ connectionString: variables.DATABASE_URL })
    await holder.connect()
  })

  afterAll(async () => {
    await holder.end()
    await server.stop()
  })

  const codes = (answers: { errors?: { extensions: Record<string, unknown> }[] }[]) => [
    ...new Set(answers.map(({ errors }) => errors?.[0]?.extensions.code)),
  ]

  test('writers that need it are UNAVAILABLE before it is released, and reads continue', async () => {
    await holder.query('BEGIN')
    await holder.query('SELECT FROM "Website" WHERE id = $1 FOR UPDATE', [website.websiteId])
    let waiting = 30
    const writers = Array.from({ length: waiting }, () =>
      website.key.send(open, { input }).finally(() => {
        waiting--
      }),
    )
    let reads = 0
    while (waiting > 0) {
      await Promise.all([website.key.ask(read), other.key.ask(read)])
      expect((await fetch(`${website.origin}/readyz`)).status).toBe(200)
      if (waiting > 0) reads++
    }
    expect(codes(await Promise.all(writers))).toEqual(['UNAVAILABLE'])
    expect(reads, 'rounds of reads beside them').toBeGreaterThan(10)
    await holder.query('ROLLBACK')
    expect(await website.key.ask(read)).toEqual({ tickets: { totalCount: 1 } })
    await website.key.run('openTicket', input, 'ticket { id }')
  })

  test('on a whole table, readers that need it are UNAVAILABLE, too', async () => {
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE "Ticket"')
    const page = '{ tickets { edges { cursor } } }'
    expect(codes(await Promise.all([website.key.send(page), other.key.send(page)]))).toEqual(['UNAVAILABLE'])
    await holder.query('ROLLBACK')
    await website.key.ask(page)
  })

  test('a read that fails leaves the others of its operation their results', async () => {
    const jane = await website.customer('jane@example.com')
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE "Customer"')
    const both = '{ viewer { ... on Customer { email } } tickets(first: 1) { edges { node { subject } } } }'
    const tickets = { edges: [{ node: { subject: 'Help' } }] }
    const { data, errors } = await jane.send(both)
    expect(data).toEqual({ viewer: null, tickets })
    expect(errors).toMatchObject([{ path: ['viewer'], extensions: { code: 'UNAVAILABLE' } }])
    await holder.query('ROLLBACK')
    expect(await jane.ask(both)).toEqual({ viewer: { email: 'jane@example.com' }, tickets })
  })
})
