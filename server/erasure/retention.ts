import { Prisma } from '../../prisma/generated/client/client.ts'
import type { RetentionAction } from '../../prisma/generated/client/enums.ts'
import { db, type Transaction, transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { render } from '../text/render.ts'
import { deleteTickets } from './delete-tickets.ts'
import { eraseTickets } from './erase-tickets.ts'
import { erasedText } from './erased-text.ts'

/** Tickets of one transaction: others have their turn in between. */
const batchSize = 50

interface Rule {
  id: string
  retentionMonths: number
  retentionAction: RetentionAction
}

/** Erases or deletes the tickets that each website no longer keeps. */
export async function applyRetention(): Promise<void> {
  const websites = await db.website.findMany({
    where: { retentionMonths: { not: null } },
    select: { id: true, retentionMonths: true, retentionAction: true },
  })
  for (const { retentionMonths, ...website } of websites) {
    if (retentionMonths !== null) await apply({ ...website, retentionMonths })
  }
}

async function apply(rule: Rule): Promise<void> {
  const rendered = await render(erasedText, 'customer')
  let done: number
  do {
    done = await transaction(async (tx) => {
      const old = (await rows<{ id: string }>(oldTickets(rule), tx)).map(({ id }) => id)
      const ids = await withoutWaitingEmails(tx, old)
      if (ids.length === 0) return old.length
      if (rule.retentionAction === 'DELETE') await deleteTickets(tx, ids)
      else await eraseTickets(tx, ids, rendered)
      return old.length
    })
  } while (done === batchSize)
}

/** A reply that was accepted, but is not a message yet, keeps its ticket until the next time: it may reopen it. */
const hasWaitingEmail = Prisma.sql`EXISTS (
  SELECT FROM "MailThread" JOIN "InboundMail" ON "InboundMail"."threadId" = "MailThread"."id"
  WHERE "MailThread"."ticketId" = "Ticket"."id" AND "InboundMail"."state" = 'RECEIVED')`

/** Those of locked tickets for which no email waits. None is accepted from now on: its reply address is locked. */
async function withoutWaitingEmails(tx: Transaction, ticketIds: string[]): Promise<string[]> {
  await tx.$executeRaw`SELECT FROM "MailThread" WHERE "ticketId" = ANY(${ticketIds}::uuid[]) ORDER BY "id" FOR UPDATE`
  const free = Prisma.sql`
    SELECT "id" FROM "Ticket" WHERE "id" = ANY(${ticketIds}::uuid[]) AND NOT ${hasWaitingEmail}`
  return (await rows<{ id: string }>(free, tx)).map(({ id }) => id)
}

/** Locked, without those that somebody is writing to. One that was erased, and solved again since, is erased again. */
const oldTickets = ({ id, retentionMonths, retentionAction }: Rule) => Prisma.sql`
  SELECT "id" FROM "Ticket"
  WHERE "websiteId" = ${id}::uuid AND "status" = 'SOLVED'
    AND "solvedAt" < now() - ${retentionMonths}::int * interval '1 month'
    AND NOT ${hasWaitingEmail}
    AND (${retentionAction === 'DELETE'} OR "erasedAt" IS NULL OR "erasedAt" < "solvedAt")
  ORDER BY "solvedAt" LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`
