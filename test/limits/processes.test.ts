import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newEnvironment, postgres } from '../support/environment.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'

/** A little more than 2,500 points, and no statement. */
const dear = `{ ${Array.from({ length: 5 }, (_, at) => `s${at}: __schema { queryType { name } }`).join(' ')} }`

describe.skipIf(!postgres)('two processes on one PostgreSQL database', () => {
  const processes: ServerProcess[] = []
  let here = ''
  let there = ''
  let website: TestWebsite
  let database: pg.Client
  /** What each notification says about spending. */
  const heard: [kind: string, caller: string, points: number][][] = []

  beforeAll(async () => {
    const { variables } = await newEnvironment()
    const own = { ...variables, COST_PER_MINUTE: '1' }
    processes.push(spawnServer(own), spawnServer(own))
    ;[here = '', there = ''] = await Promise.all(processes.map(({ origin }) => origin))
    website = await createTestWebsite(here, variables.ROOT_KEY ?? '')
    database = new pg.Client({ connectionString: variables.DATABASE_URL })
    await database.connect()
    database.on('notification', ({ payload = '' }) => {
      const { wakes } = JSON.parse(payload) as { wakes: { spent?: (typeof heard)[0] }[] }
      heard.push(...wakes.flatMap(({ spent }) => (spent ? [spent] : [])))
    })
    await database.query('LISTEN ticket_center')
  })

  afterAll(async () => {
    await database.end()
    await Promise.all(processes.map((server) => server.stop()))
  })

  async function call(origin: string, token: string, query: string) {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    })
    return response.json()
  }

  const left = async (origin: string, token: string): Promise<number> =>
    (await call(origin, token, '{ __typename }')).extensions.cost.remaining

  test('share what a customer has spent, without affecting others', async () => {
    const { token } = await website.openSession('busy@example.com')
    const other = (await website.openSession('joe@example.com')).token
    const begun = performance.now()
    let sum = 0
    for (;;) {
      const { errors, extensions } = await call(here, token, dear)
      if (errors) break
      sum += extensions.cost.requested
    }
    expect(sum).toBeGreaterThan(95_000)

    await expect.poll(() => left(there, token), { interval: 500 }).toBeLessThan(100_000 - sum)
    expect((await call(there, token, dear)).errors[0].extensions.code).toBe('RATE_LIMITED')
    expect(await left(there, other)).toBeGreaterThan(99_000)
    expect((await call(there, other, dear)).errors).toBeUndefined()

    const spent = () => heard.flat().reduce((total, [, , points]) => total + points, 0)
    await expect.poll(spent).toBeGreaterThanOrEqual(sum)
    // Some forty requests, each worth a notification: a process sends one per second, however long they take.
    expect(heard.length).toBeLessThanOrEqual(2 * Math.ceil((performance.now() - begun) / 1_000))
  })

  test('do not exchange small amounts', async () => {
    const { token } = await website.openSession('quiet@example.com')
    for (let count = 0; count < 20; count++) await left(here, token)
    const before = heard.length
    await call(here, (await website.openSession('loud@example.com')).token, dear)
    await expect.poll(() => heard.length).toBeGreaterThan(before)
    const points = heard.flat().map(([, , points]) => points)
    expect(Math.min(...points)).toBeGreaterThanOrEqual(2_000)
  })
})
