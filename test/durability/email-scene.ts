import pg from 'pg'
import type { TestContext } from 'vitest'
import { openEmbedded } from '../../server/database/embedded.ts'
import { startHere } from '../support/app.ts'
import { newEnvironment } from '../support/environment.ts'
import { freePort } from '../support/free-port.ts'
import { startMailServer } from '../support/mail-server.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'

type Row = Record<string, unknown>

/**
 * Servers and a mail server, all of which may fail and return, until the end of the test. Emails are due at
 * once, and every server has the same address: emails must not depend on who sends them.
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
  const servers: { stop(): Promise<unknown> }[] = []
  onTestFinished(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await mailbox.down()
    remove()
  })

  /** Starts a process and returns it once it listens. */
  async function start(more: Record<string, string> = {}): Promise<ServerProcess> {
    const server = spawnServer({ ...variables, ...more })
    servers.push(server)
    await server.origin
    return server
  }

  /** Starts a server in this thread: one that need not die, and the only one here until it is stopped. */
  async function startServerHere(more: Record<string, string> = {}) {
    const server = await startHere({ ...variables, ...more })
    servers.push(server)
    return server
  }

  return {
    variables,
    mailbox,
    origin,
    start,
    startHere: startServerHere,
    /** Starts another process beside the first, for emails only if its role says so. */
    startAnother: (role: 'all' | 'worker' = 'all') => start({ PORT: '0', PUBLIC_URL: origin, ROLE: role }),
    makeWebsite: () => createTestWebsite(origin, variables.ROOT_KEY ?? ''),
    /** Runs SQL. The embedded database allows nobody else while it is open. */
    sql: (text: string) =>
      variables.DATABASE_URL
        ? ask(variables.DATABASE_URL, text)
        : askEmbedded(variables.DATA_DIR ?? '', text),
  }
}

export type EmailScene = Awaited<ReturnType<typeof openEmailScene>>

/** Opens a ticket as the team for a customer, and returns its id: nobody else is emailed. */
export async function openTicket({ key }: TestWebsite, customerEmail: string): Promise<string> {
  const input = { subject: 'Help', body: `The first words to ${customerEmail}`, customerEmail }
  return (await key.run('openTicket', input, 'ticket { id }')).ticket.id
}

export async function reply({ key }: TestWebsite, ticketId: string, body: string): Promise<void> {
  await key.run('reply', { ticketId, body }, 'newMessage { id }')
}

/** Kills the process that is sending the only email, and expects another one to send it. */
export async function expectTakeover(
  scene: EmailScene,
  address: string,
  holder: { stop(): Promise<unknown> },
): Promise<void> {
  const { mailbox } = scene
  await mailbox.count(address, 1)
  await scene.startHere({ PORT: '0', PUBLIC_URL: scene.origin, ROLE: 'worker' })
  mailbox.mood = () => undefined
  await holder.stop()
  await mailbox.count(address, 2)
}

export interface EmailRecord {
  to: string
  state: string
  attempts: number
  failure: string | null
}

/** The emails about a ticket as the team sees them, oldest first. */
export async function emailsOf({ key }: TestWebsite, ticketId: string): Promise<EmailRecord[]> {
  const { ticket } = await key.ask(
    `query ($id: ID!) { ticket(id: $id) { messages(first: 100) { edges { node {
      emails { to state attempts failure } } } } } }`,
    { id: ticketId },
  )
  return ticket.messages.edges.flatMap((edge: { node: { emails: EmailRecord[] } }) => edge.node.emails)
}

/** Unfinished jobs. */
export const openJobs = `SELECT name, state, data FROM pgboss.job WHERE state < 'completed'`

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
