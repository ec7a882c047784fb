import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { member } from '../api/context.ts'
import { NotFound, readBack } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { db, transaction } from '../database/db.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import type { Member } from '../identity/viewer.ts'
import { body } from '../messages/rules.ts'
import { lockVisible } from '../tickets/lock.ts'
import { ProposedReply, proposalsFor } from './proposal.ts'

mutation('proposeReply', {
  description:
    'Proposes a reply to a ticket. Operators see it in the console, and send, edit or discard it. It replaces the ' +
    'caller’s earlier proposal for the ticket. Customers cannot see it.',
  scope: { team: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    body: t.string({ required: true, description: 'Markdown, at most 20,000 characters.' }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), body }),
  errors: [NotFound],
  work: async ({ ticketId, body }, context) => {
    const viewer = member(context)
    const id = newId()
    await transaction(async (tx) => {
      const ticket = await lockVisible(tx, ticketId, viewer)
      const actor = actorOf(viewer)
      await record(
        tx,
        ticket,
        actor,
        [{ type: 'REPLY_PROPOSED', proposalId: id }],
        [replace(viewer, { id, ticketId, body })],
      )
    })
    return { id }
  },
  payload: (t) => ({
    draft: t.prismaField({
      type: ProposedReply,
      description: 'The proposed reply.',
      resolve: (query, { id }, _args, context) =>
        readBack(db.proposal.findFirst({ ...query, where: { id, AND: [proposalsFor(context)] } })),
    }),
  }),
})

interface NewProposal {
  id: string
  ticketId: string
  body: string
}

function replace(viewer: Member, { id, ticketId, body }: NewProposal) {
  const author = Prisma.raw(viewer.kind === 'operator' ? '"operatorId"' : '"apiKeyId"')
  return Prisma.sql`
    INSERT INTO "Proposal" ("id", "ticketId", "body", ${author}, "createdAt")
    VALUES (${id}::uuid, ${ticketId}::uuid, ${body}, ${viewer.id}::uuid, ${new Date()}::timestamptz)
    ON CONFLICT ("ticketId", ${author}) DO UPDATE
    SET "id" = excluded."id", "body" = excluded."body", "createdAt" = excluded."createdAt"`
}
