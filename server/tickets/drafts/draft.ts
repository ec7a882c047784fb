import { Prisma } from '../../../prisma/generated/client/client.ts'
import { builder } from '../../api/builder.ts'
import { noRows } from '../../api/conditions.ts'
import { member } from '../../api/context.ts'
import { textCost } from '../../api/prices.ts'
import type { Member } from '../../identity/viewer.ts'
import { Ticket } from '../ticket.ts'

builder.prismaObjectField(Ticket, 'draft', (t) =>
  t.string({
    description:
      'The caller’s unsent reply, as stored by `saveDraft`; null if there is none. Visible only to them.',
    nullable: true,
    complexity: textCost,
    extensions: { personal: true },
    select: (_args, context) => ({ drafts: { where: draftedBy(member(context)) } }),
    resolve: ({ drafts }) => drafts[0]?.body ?? null,
  }),
)

function draftedBy({ kind, id }: Member): Prisma.DraftWhereInput {
  if (kind === 'integration') return noRows
  return kind === 'customer' ? { customerId: id } : { operatorId: id }
}

/** Statements that delete a person's draft of a ticket. */
export function deleteDraft({ kind, id }: Member, ticketId: string): Prisma.Sql[] {
  if (kind === 'integration') return []
  return [
    Prisma.sql`DELETE FROM "Draft" WHERE "ticketId" = ${ticketId}::uuid AND ${authorColumn(kind)} = ${id}::uuid`,
  ]
}

/** The column that refers to a person who wrote something. */
export const authorColumn = (kind: 'customer' | 'operator') => Prisma.raw(`"${kind}Id"`)
