import { z } from 'zod'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { member } from '../api/context.ts'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { transaction } from '../database/db.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import { inOrder } from '../settings/ordered-list.ts'
import { lockManaged } from '../tickets/lock.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { readValues } from './check-values.ts'
import { givenValues, TicketFieldInput } from './given-values.ts'
import { removeValues, storeValues, valueRows } from './store-values.ts'

mutation('setTicketFields', {
  description:
    'Changes only the values given, whether or not the form would show their fields. The team may also leave ' +
    'required ones empty. A value whose field was deleted or belongs to another category can only be removed.',
  scope: { team: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    fields: t.field({
      type: [TicketFieldInput],
      required: true,
      description: 'Values for fields of the ticket’s category, at most 50; null to remove one.',
    }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), fields: givenValues }),
  errors: [NotFound],
  payload: ticketPayload,
  work: async ({ ticketId, fields: given }, context) => {
    const viewer = member(context)
    await transaction(async (tx) => {
      const ticket = await lockManaged(tx, ticketId, viewer)
      const { categoryId } = ticket
      const fields = categoryId
        ? await tx.categoryField.findMany({ where: { categoryId }, orderBy: inOrder })
        : []
      const existing = new Map(ticket.fields.map((field) => [field.name, field]))
      const values = readValues(fields, given, [...existing.keys()])
      const changed = [...values].filter(([name, value]) => (existing.get(name)?.value ?? null) !== value)
      if (changed.length === 0) return
      const labels = new Map([...ticket.fields, ...fields].map(({ name, label }) => [name, label]))
      const named = changed.map(([name]) => ({ name, label: labels.get(name) ?? name }))
      const removed = changed.filter(([, value]) => value === null).map(([name]) => name)
      await record(
        tx,
        ticket,
        actorOf(viewer),
        [{ type: 'FIELDS_CHANGED', fields: named }],
        [
          storeValues(valueRows(ticket, fields, new Map(changed))),
          removeValues(ticketId, removed),
          Prisma.sql`UPDATE "Ticket" SET "updatedAt" = ${new Date()}::timestamptz WHERE "id" = ${ticketId}::uuid`,
        ],
      )
    })
    return { ticketId }
  },
})
