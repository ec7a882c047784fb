import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { isBlank } from '../../../client/i18n/blank.ts'
import { Prisma } from '../../../prisma/generated/client/client.ts'
import { member } from '../../api/context.ts'
import { NotFound } from '../../api/errors.ts'
import { globalId } from '../../api/global-id.ts'
import { mutation } from '../../api/mutation.ts'
import { transaction } from '../../database/db.ts'
import { rows } from '../../database/rows.ts'
import type { Member } from '../../identity/viewer.ts'
import { lockVisible } from '../lock.ts'
import { ticketPayload } from '../payload.ts'
import { authorColumn, deleteDraft } from './draft.ts'

mutation('saveDraft', {
  description:
    'Stores the caller’s unsent reply to a ticket, replacing their previous draft. Only they can read it, as ' +
    '`Ticket.draft`. Their next reply deletes it.',
  scope: { person: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    body: t.string({
      required: true,
      description: 'Text of the draft, at most 20,000 characters; blank to delete it.',
    }),
    messageCount: t.int({
      description:
        '`messageCount` of the ticket while they typed. If they have replied since, nothing is stored: a late ' +
        'draft must not bring back what was sent. Null to store it in any case.',
    }),
  }),
  input: z.object({
    ticketId: globalId('Ticket'),
    body: z.string().max(20_000, 'A draft can have at most 20,000 characters'),
    messageCount: z.int().min(0).nullish(),
  }),
  errors: [NotFound],
  payload: ticketPayload,
  work: async (input, context) => {
    const viewer = member(context)
    const { ticketId, body } = input
    await transaction(async (tx) => {
      // Waits for a reply that is being posted: what it deletes is not stored again.
      await lockVisible(tx, ticketId, viewer)
      const changes = isBlank(body) ? deleteDraft(viewer, ticketId) : storeDraft(viewer, input)
      for (const change of changes) await rows(change, tx)
    })
    return { ticketId }
  },
})

interface Typed {
  ticketId: string
  body: string
  messageCount?: number | null | undefined
}

/**
 * Skips an unchanged draft, and a late one: the author has posted since, here (not by email) or as the first message of
 * a follow-up.
 */
function storeDraft({ kind, id }: Member, { ticketId, body, messageCount }: Typed): Prisma.Sql[] {
  if (kind === 'integration') return []
  const author = authorColumn(kind)
  return [
    Prisma.sql`
      INSERT INTO "Draft" ("id", "ticketId", ${author}, "body", "savedAt")
      SELECT ${newId()}::uuid, ${ticketId}::uuid, ${id}::uuid, ${body}, ${new Date()}::timestamptz
      WHERE NOT EXISTS (
        SELECT FROM "Message" WHERE "ticketId" = ${ticketId}::uuid AND "position" > ${messageCount ?? null}::int
        AND ${author} = ${id}::uuid AND "via" <> 'EMAIL'
      ) AND NOT EXISTS (
        SELECT FROM "Message" m JOIN "Ticket" t ON t."id" = m."ticketId"
        WHERE t."followUpOfId" = ${ticketId}::uuid AND m."position" = 1 AND m.${author} = ${id}::uuid
        AND starts_with(m."body", ${body.trimEnd()})
      )
      ON CONFLICT (${author}, "ticketId") DO UPDATE
      SET "body" = excluded."body", "savedAt" = excluded."savedAt" WHERE "Draft"."body" <> excluded."body"`,
  ]
}
