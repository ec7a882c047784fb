import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { apiClient, type Client } from '../support/client.ts'
import { newEnvironment } from '../support/environment.ts'
import { follow } from '../support/live.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'

interface Size {
  processes: number
  writers: number
  /** Minimum number of events to record. */
  events: number
}

interface Page {
  edges: { cursor: string; node: { id: string } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** Concurrent writes over several processes, with open transactions beside them, against readers. */
export async function race({ processes, writers, events }: Size) {
  const { variables, remove } = await newEnvironment()
  // Without emails and allowances: only the log is raced.
  const more = { ...variables, COST_PER_MINUTE: '100000', MAIL_DELAY_SECONDS: '3600' }
  const servers = [spawnServer(more)]
  const first = await servers[0]?.origin
  for (let index = 1; index < processes; index++) servers.push(spawnServer(more))
  const origins = await Promise.all(servers.map(({ origin }) => origin))
  const { apiKey } = await createTestWebsite(first ?? '', variables.ROOT_KEY ?? '')
  const client = (index: number) => apiClient(origins[index % processes] ?? '', apiKey)
  const database = new pg.Client({ connectionString: variables.DATABASE_URL })
  await database.connect()
  let written = false
  let done = false

  // The first ticket is for the open transactions, which lock nothing.
  await openTicket(client(0), writers)
  const tickets: string[] = []
  for (let index = 0; index < writers; index++) tickets.push(await openTicket(client(index), index))
  const holding = holdOpen(variables.DATABASE_URL ?? '', () => written)
  const followers = origins.map((_, index) => follow(client(index), eventAdded, { after: '' }))
  const reading = Promise.all(
    origins.map((_, index) => readOn(client(index), async () => done && !(await isUnnumbered(database)))),
  )
  await Promise.all(
    tickets.map((ticketId, index) => write(client(index), ticketId, Math.ceil(events / writers))),
  )
  written = true
  await holding
  // Each write also numbers what others left.
  await write(client(0), tickets[0] ?? '', 1)
  done = true
  const read = await reading
  const { rows } = await database.query(
    'SELECT "id"::text, "ticketId"::text FROM "TicketEvent" ORDER BY "position"',
  )
  const whole = rows.map(({ id }) => id as string)
  const live = await Promise.all(
    followers.map((follower) => follower.until((items) => items.length >= whole.length, 300_000)),
  )
  const unordered = await database.query(
    `SELECT FROM "TicketEvent" AS one JOIN "TicketEvent" AS other USING ("ticketId")
     WHERE one."sequence" < other."sequence" AND one."position" > other."position"`,
  )
  await Promise.all(followers.map((follower) => follower.close()))
  await database.end()
  await Promise.all(servers.map((server) => server.stop()))
  remove()
  return {
    whole,
    read,
    live: live.map((items) => items.map((item) => localId(item.eventAdded.id))),
    unordered: unordered.rowCount,
  }
}

const eventAdded = 'subscription ($after: String) { eventAdded(after: $after) { id } }'
const localId = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? ''

async function openTicket(client: Client, index: number): Promise<string> {
  const input = { subject: 'Race', body: '1', customerEmail: `${index}@example.com` }
  return (await client.run('openTicket', input, 'ticket { id }')).ticket.id
}

async function write(client: Client, ticketId: string, count: number): Promise<void> {
  for (let written = 0; written < count; written++) {
    const isReply = written % 3 === 0
    const input = isReply ? { body: 'More' } : { status: written % 3 === 1 ? 'SOLVED' : 'OPEN' }
    await client.run(isReply ? 'reply' : 'setTicketStatus', { ticketId, ...input }, '__typename')
  }
}

/** Transactions that record an event early and commit late, beside the short ones. */
async function holdOpen(connectionString: string, isDone: () => boolean): Promise<void> {
  const holder = new pg.Client({ connectionString })
  await holder.connect()
  for (let round = 0; !isDone(); round++) {
    await holder.query('BEGIN')
    await holder.query(
      `INSERT INTO "TicketEvent" ("id", "websiteId", "ticketId", "type")
       SELECT gen_random_uuid(), "websiteId", "id", 'TICKET_OPENED' FROM "Ticket" ORDER BY "number" LIMIT 1`,
    )
    await sleep(50 + 400 * (round % 3))
    await holder.query('COMMIT')
  }
  await holder.end()
}

/** Reads page after page, as an integrator does, until the writers have finished and nothing is left. */
async function readOn(client: Client, isOver: () => Promise<boolean>): Promise<string[]> {
  const read: string[] = []
  for (let after = ''; ; ) {
    const over = await isOver()
    const { events }: { events: Page } = await client.ask(
      'query ($after: String) { events(first: 50, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
      { after },
    )
    read.push(...events.edges.map(({ node }) => localId(node.id)))
    after = events.pageInfo.endCursor ?? after
    if (over && !events.pageInfo.hasNextPage) return read
  }
}

async function isUnnumbered(database: pg.Client): Promise<boolean> {
  const { rowCount } = await database.query('SELECT FROM "TicketEvent" WHERE "position" IS NULL LIMIT 1')
  return rowCount !== 0
}
