import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { emailVariables, startApp, startOwnApp, startReceiving } from './app.ts'
import type { Client } from './client.ts'
import { idle } from './jobs.ts'
import { type Arrived, type MailServer, startMailServer } from './mail-server.ts'
import { createTestWebsite } from './website.ts'

let people = 0
/** An address that no other test uses. */
export const someone = (name = 'someone') => `${name}.${++people}@example.com`

/** The server that the files of this thread share, with its mail server. Its companies' emails are due at once. */
export async function startEmailing() {
  const { mailServer, ...app } = await startApp()
  return emailing(app, mailServer, { emailDelaySeconds: 0 })
}

/** The same for files about answers by email. */
export async function startReceivingEmails() {
  const { mailServer, ...app } = await startReceiving()
  return emailing(app, mailServer, { emailDelaySeconds: 0 })
}

/** A server for this file only, with its own variables. `given`: the test’s own mail server. */
export async function startOwnEmailing(extra: Record<string, string> = {}, given?: MailServer) {
  const mailServer = given ?? (await startMailServer())
  afterAll(mailServer.down)
  const variables = { ...emailVariables(mailServer.url), MAIL_DELAY_SECONDS: '0', ...extra }
  return emailing(await startOwnApp(variables), mailServer)
}

type App = Awaited<ReturnType<typeof startOwnApp>>

/** `columns` apply to every website. */
async function emailing({ app, rootKey, variables }: App, server: MailServer, columns: object = {}) {
  // Not its own public address: that may be configured.
  const origin = `http://localhost:${(app.server.address() as AddressInfo).port}`
  const { db } = await import('../../server/database/db.ts')

  /** A website with operators that no other test knows; `data` are columns of its row. */
  async function company(data: object = {}) {
    const ada = someone('ada')
    const olaf = someone('olaf')
    const operators = [
      { name: 'Ada', email: ada, role: 'ADMIN' },
      { name: 'Olaf', email: olaf, role: 'AGENT' },
    ]
    const website = await createTestWebsite(origin, rootKey, { operators })
    const { websiteId } = website
    await db.website.update({
      where: { id: websiteId },
      data: { participantsEnabled: true, ...columns, ...data },
    })
    const team = await website.operator(ada)

    /** Opens a ticket as a customer. */
    async function open(email: string, more: object = {}): Promise<string> {
      const customer = await website.customer(email)
      const input = { subject: 'Printer', body: 'It is on fire', ...more }
      return (await customer.run('openTicket', input, 'ticket { id }')).ticket.id
    }

    /** Replies in a ticket, by default as Ada. */
    async function reply(ticketId: string, body: string, author: Client = team): Promise<string> {
      return (await author.run('reply', { ticketId, body }, 'newMessage { id }')).newMessage.id
    }

    /** Makes people accept a customer's invitation, to a ticket that sends no emails. */
    async function acquaint(inviter: string, ...invitees: string[]): Promise<void> {
      await website.openSession(inviter)
      const { id: customerId } = await db.customer.findUniqueOrThrow({
        where: { websiteId_email: { websiteId, email: inviter } },
      })
      const number = 1_000_000 + ++people
      const { id: ticketId } = await db.ticket.create({
        data: { websiteId, number, subject: 'Earlier', customerId },
      })
      const thread = { websiteId, ticketId, role: 'PARTICIPANT', confirmedAt: new Date() } as const
      await db.emailThread.createMany({ data: invitees.map((email) => ({ ...thread, email })) })
    }

    return { ...website, ada, olaf, team, open, reply, acquaint }
  }

  /** Moves tickets back in time by these seconds, and runs what has become due. */
  async function pass(tickets: string | string[], seconds: number): Promise<void> {
    const ids = [tickets].flat().map(rowId)
    const gone = `${seconds} seconds`
    await idle()
    await db.$transaction([
      db.$executeRaw`
        UPDATE "Message" SET "createdAt" = "createdAt" - ${gone}::interval WHERE "ticketId" = ANY(${ids}::uuid[])`,
      db.$executeRaw`
        UPDATE "Participant" SET "addedAt" = "addedAt" - ${gone}::interval WHERE "ticketId" = ANY(${ids}::uuid[])`,
      db.$executeRaw`
        UPDATE "Ticket" SET "createdAt" = "createdAt" - ${gone}::interval,
          "solvedByTeamAt" = "solvedByTeamAt" - ${gone}::interval WHERE "id" = ANY(${ids}::uuid[])`,
      db.$executeRaw`
        UPDATE "Mail" SET "createdAt" = "createdAt" - ${gone}::interval
        WHERE "threadId" IN (SELECT "id" FROM "MailThread" WHERE "ticketId" = ANY(${ids}::uuid[]))`,
    ])
    await hurry(tickets)
  }

  /** Plans tickets and tries their emails again now. */
  async function hurry(tickets: string | string[]): Promise<void> {
    const ids = [tickets].flat().map(rowId)
    await db.$executeRaw`
      UPDATE pgboss.job SET start_after = now() WHERE state < 'active' AND (
        data->>'ticketId' = ANY(${ids}) OR data->>'mailId' IN (
          SELECT "Mail"."id"::text FROM "Mail" JOIN "MailThread" ON "threadId" = "MailThread"."id"
          WHERE "ticketId" = ANY(${ids}::uuid[])
        )
      )`
  }

  /** Kinds of the emails that an address got, once nothing is due. */
  async function kindsTo(address: string): Promise<string[]> {
    await idle()
    return Promise.all(server.to(address).map(async (email) => (await rowOf(email)).kind))
  }

  /** Row of an email that arrived. */
  function rowOf(email: Arrived) {
    const id = String(email.headers.get('x-ticket-center'))
    return db.email.findUniqueOrThrow({ where: { id }, include: { thread: true } })
  }

  /** The emails to an address, oldest first: `KIND STATE`, and the reason if there is one. */
  async function fates(email: string): Promise<string[]> {
    await idle()
    const rows = await db.email.findMany({ where: { thread: { email } }, orderBy: { createdAt: 'asc' } })
    return rows.map(({ kind, state, failure }) => [kind, state, failure ?? []].flat().join(' '))
  }

  return {
    server,
    origin,
    inboundPort: app.inboundPort() ?? 0,
    rootKey,
    variables,
    db,
    company,
    idle,
    pass,
    hurry,
    kindsTo,
    rowOf,
    fates,
  }
}

/** Row id of a global id. */
export function rowId(globalId: string): string {
  return Buffer.from(globalId, 'base64url').toString().split(':')[1] ?? ''
}

export type Emailing = Awaited<ReturnType<typeof startEmailing>>
