import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiClient } from '../support/client.ts'
import { newEnvironment, postgres } from '../support/environment.ts'
import { follow, listening, messageAdded, ticketChanged } from '../support/live.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'

describe.skipIf(!postgres)('two processes on one PostgreSQL database', () => {
  const processes: ServerProcess[] = []
  let database: pg.Client
  let website: TestWebsite
  /** The same key, in the other process. */
  let there: ReturnType<typeof apiClient>

  beforeAll(async () => {
    const { variables } = await newEnvironment()
    const spawn = () => spawnServer(variables, undefined, 'test/live/unwatching-server.ts')
    processes.push(spawn(), spawn())
    const [here = '', elsewhere = ''] = await Promise.all(processes.map(({ origin }) => origin))
    website = await createTestWebsite(here, variables.ROOT_KEY ?? '')
    there = apiClient(elsewhere, website.apiKey)
    database = new pg.Client({ connectionString: variables.DATABASE_URL })
    await database.connect()
    await database.query('UPDATE "Website" SET "participantsEnabled" = true')
  })

  afterAll(async () => {
    await database.end()
    await Promise.all(processes.map((server) => server.stop()))
  })

  async function openTicket(more = {}): Promise<string> {
    const input = { subject: 'Help', body: '1', customerEmail: 'jane@example.com', ...more }
    return (await there.run('openTicket', input, 'ticket { id }')).ticket.id
  }

  const noticeOf = (wake: object) => JSON.stringify({ version: 1, from: 'another', wakes: [wake] })
  const post = (ticketId: string) => there.run('reply', { ticketId, body: 'More' }, 'newMessage { id }')
  const positions = (items: { messageAdded: { position: number } }[]) =>
    items.map((item) => item.messageAdded.position)
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

  test('notify each other of messages and changes at once', async () => {
    const ticketId = await openTicket()
    const jane = await website.customer('jane@example.com')
    const conversation = follow(jane, messageAdded, { ticketId, after: 0 })
    const list = follow(jane, ticketChanged)
    await listening(website.origin, 2)
    for (let message = 2; message <= 6; message++) {
      await post(ticketId)
      await conversation.count(message)
      await list.count(message - 1)
    }
    expect(positions(conversation.items)).toEqual(upTo(6))
    await Promise.all([conversation.close(), list.close()])
    await listening(website.origin, 0)
  })

  test('show who types at the other', async () => {
    const ticketId = await openTicket()
    const jane = await website.customer('jane@example.com')
    const typists = follow(
      apiClient(website.origin, website.apiKey),
      'subscription ($id: ID!) { typing(ticketId: $id) { isTeam } }',
      { id: ticketId },
    )
    await listening(website.origin, 1)
    await apiClient(there.origin, jane.token).run('setTyping', { ticketId }, 'shown')
    expect(await typists.count(1)).toEqual([{ typing: { isTeam: false } }])
    await typists.close()
    await listening(website.origin, 0)
  })

  test('do not keep what the other has changed about the website', async () => {
    const key = apiClient(website.origin, website.apiKey)
    const follower = follow(key, 'subscription { websiteChanged { id } }')
    await listening(website.origin, 1)
    const question = 'query { website { name categories { name } faqs { question answerHtml } } }'
    for (let count = 1; count <= 3; count++) {
      const before = await key.ask(question)
      expect(before.website.categories).toHaveLength(count - 1)
      await there.run('createCategory', { name: `Category ${count}` }, 'category { id }')
      await follower.count(count)
      expect((await key.ask(question)).website.categories).toHaveLength(count)
    }
    await follower.close()
    await listening(website.origin, 0)
  })

  test('notify each other of many tickets with the longest addresses at once', async () => {
    const jane = follow(await website.customer('jane@example.com'), ticketChanged)
    await listening(website.origin, 1)
    const participants = Array.from({ length: 10 }, (_, index) => `${index}${'漢'.repeat(240)}@example.com`)
    await Promise.all(Array.from({ length: 8 }, () => openTicket({ participants })))
    await jane.until((items) => new Set(items.map((item) => item.ticketChanged.ticketId)).size === 8)
    await jane.close()
    await listening(website.origin, 0)
  })

  test('ignore invalid notifications, log them without their text, and miss nothing because of them', async () => {
    const ticketId = await openTicket()
    const list = follow(apiClient(website.origin, website.apiKey), ticketChanged)
    await listening(website.origin, 1)
    const unreadable = [
      'nonsense',
      '',
      'null',
      '[]',
      '{"from":"another"}',
      '{"version":1,"from":1,"wakes":{}}',
      '{"version":1,"from":"another","wakes":[{"topics":"team"}]}',
      noticeOf({ topics: [`team:${website.websiteId}`], ticketId: 'nonsense' }),
      noticeOf({ topics: [], typing: { ticketId: 'nonsense', kind: 'customer', id: 'x' } }),
      noticeOf({ topics: [], at: 1e300 }),
      noticeOf({ topics: [], spent: [['customer', 'customer:x', -1_000_000]] }),
      ...['toString', 'constructor', '__proto__', 'nonsense'].map((kind) =>
        noticeOf({ topics: [], spent: [[kind, 'a', 1]] }),
      ),
    ]
    for (const payload of unreadable) await database.query(`SELECT pg_notify('ticket_center', $1)`, [payload])
    await post(ticketId)
    await list.until((items) => items.some((item) => item.ticketChanged.ticketId === ticketId))
    const seen = list.items.length
    // A later release's format: the list is reread.
    const { rowCount } = await database.query(`UPDATE "Ticket" SET "status" = 'SOLVED', "updatedAt" = now()`)
    expect(rowCount).toBeGreaterThan(0)
    await database.query(`SELECT pg_notify('ticket_center', '{"version":2,"changes":[]}')`)
    await list.until((items) =>
      items.slice(seen).some((item) => item.ticketChanged.ticket?.status === 'SOLVED'),
    )
    await list.close()
    await listening(website.origin, 0)
    for (const server of processes) {
      expect(server.output()).toContain('ignored a notification')
      expect(server.output()).not.toContain('nonsense')
    }
  })

  test('miss and repeat nothing when the listening connection breaks', async () => {
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`
    const ticketId = await openTicket()
    const key = apiClient(website.origin, website.apiKey)
    const conversation = follow(key, messageAdded, { ticketId, after: 0 })
    const list = follow(key, ticketChanged)
    await conversation.count(1)
    await listening(website.origin, 2)
    for (let message = 2; message <= 10; message++) {
      if (message === 4) expect((await database.query(cut)).rowCount).toBe(2)
      await post(ticketId)
    }
    const quiet = await openTicket()
    await conversation.until((items) => items.length >= 10)
    await list.until((items) => items.some((item) => item.ticketChanged.ticketId === quiet))
    expect(positions(conversation.items)).toEqual(upTo(10))
    await expect
      .poll(async () => (await database.query(cut.replace('pg_terminate_backend(pid)', '1'))).rowCount, {})
      .toBe(2)
    for (let message = 11; message <= 13; message++) {
      await post(ticketId)
      await conversation.count(message)
      await list.until((items) =>
        items.some(({ ticketChanged: { ticket } }) => ticket?.messageCount === message),
      )
    }
    await Promise.all([conversation.close(), list.close()])
  })
})
