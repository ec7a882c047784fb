import { type AddressInfo, createServer } from 'node:net'
import pg from 'pg'
import type { TestContext } from 'vitest'
import { openEmbedded } from '../../server/database/embedded.ts'
import { newEnvironment } from '../support/environment.ts'
import { startMailServer } from '../support/mail-server.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'

type Row = Record<string, unknown>

/**
 * Server processes and a mail server, all of which may fall and come back, until the test has run. News is mailed at
 * once, and every process says the same of where it is found: emails must not depend on who sends them.
 */
export async function openEmailScene({ onTestFinished }: TestContext) {
  const { variables, remove } = await newEnvironment()
  const mailbox = await startMailServer()
  const origin = `http://localhost:${await freePort()}`
  Object.assign(variables, {
    PORT: new URL(origin).port,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'tickets@example.test',
    MAIL_DELAY_SECONDS: '0',
  })
  const servers: ServerProcess[] = []
  onTestFinished(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await mailbox.down()
    remove()
  })

  /** Starts a process and gives it once it listens. */
  async function start(more: Record<string, string> = {}): Promise<ServerProcess> {
    const server = spawnServer({ ...variables, ...more })
    servers.push(server)
    await server.origin
    return server
  }

  return {
    variables,
    mailbox,
    origin,
    start,
    /** The same beside the first, for emails alone where the role says so. */
    startAnother: (role: 'all' | 'worker' = 'all') => start({ PORT: '0', PUBLIC_URL: origin, ROLE: role }),
    makeWebsite: () => createTestWebsite(origin, variables.ROOT_KEY ?? ''),
    /** Rows of the database. Over the embedded one, nobody else may have it open. */
    sql: (text: string) =>
      variables.DATABASE_URL
        ? ask(variables.DATABASE_URL, text)
        : askEmbedded(variables.DATA_DIR ?? '', text),
  }
}

export type EmailScene = Awaited<ReturnType<typeof openEmailScene>>

/** Opens a ticket of a customer, and gives its id. The team opens it: nobody else is told. */
export async function openTicket({ key }: TestWebsite, customerEmail: string): Promise<string> {
  const input = { subject: 'Help', body: `The first words to ${customerEmail}`, customerEmail }
  return (await key.run('openTicket', input, 'ticket { id }')).ticket.id
}

export async function reply({ key }: TestWebsite, ticketId: string, body: string): Promise<void> {
  await key.run('reply', { ticketId, body }, 'newMessage { id }')
}

export interface EmailRecord {
  to: string
  state: string
  attempts: number
  failure: string | null
}

/** What the team sees of the emails about a ticket, the oldest first. */
export async function emailsOf({ key }: TestWebsite, ticketId: string): Promise<EmailRecord[]> {
  const { ticket } = await key.ask(
    `query ($id: ID!) { ticket(id: $id) { messages(first: 100) { edges { node {
      emails { to state attempts failure } } } } } }`,
    { id: ticketId },
  )
  return ticket.messages.edges.flatMap((edge: { node: { emails: EmailRecord[] } }) => edge.node.emails)
}

/** Jobs that are still to be done. */
export const openJobs = `SELECT name, state, data FROM pgboss.job WHERE state < 'completed'`

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function ask(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Row>(text)
  await client.end()
  return rows
}

async function askEmbedded(dataDir: string, text: string): Promise<Row[]> {
  const { writes, close } = await openEmbedded(dataDir)
  const { rows } = await writes.query<Row>(text)
  await close()
  return rows
}
