import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { callerId, member } from '../api/context.ts'
import { Conflict, NotFound, readBack } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { attach, attachmentIds, attachmentIdsDescription } from '../attachments/attach.ts'
import { db, type Transaction, transaction } from '../database/db.ts'
import { insertRow } from '../database/insert-row.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import type { Member } from '../identity/viewer.ts'
import { once } from '../messages/idempotency.ts'
import { body, idempotencyKey } from '../messages/rules.ts'
import { type Rendered, render } from '../text/render.ts'
import { type LockedTicket, lockVisible } from '../tickets/lock.ts'
import { Note, notesFor } from './note.ts'

mutation('addNote', {
  description:
    'Adds an internal note to a ticket. Customers and participants neither see it nor notice that anything changed: ' +
    'status, unread messages, `lastActivityAt` and `updatedAt` stay as they are.',
  scope: { team: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    body: t.string({ required: true, description: 'Markdown, at most 20,000 characters.' }),
    attachmentIds: t.idList({ description: attachmentIdsDescription }),
    idempotencyKey: t.string({
      description:
        'Any string, at most 200 characters. A repeat with the same key and input within 24 hours adds nothing ' +
        'and returns the first note.',
    }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), body, attachmentIds, idempotencyKey }),
  errors: [NotFound, Conflict],
  work: async (input, context) => {
    const viewer = member(context)
    const id = newId()
    const rendered = await render(input.body, 'team')
    return transaction((tx) =>
      once(tx, {
        caller: callerId(context),
        mutation: 'addNote',
        input,
        resultId: id,
        authorize: () => lockVisible(tx, input.ticketId, viewer),
        work: (ticket) => writeNote(tx, viewer, ticket, { ...input, id, rendered }),
      }),
    )
  },
  payload: (t) => ({
    note: t.prismaField({
      type: Note,
      description: 'The new note.',
      resolve: (query, { id }, _args, context) =>
        readBack(db.note.findFirst({ ...query, where: { id, AND: [notesFor(context)] } })),
    }),
  }),
})

interface NewNote {
  id: string
  body: string
  rendered: Rendered
  attachmentIds?: string[] | null | undefined
}

async function writeNote(
  tx: Transaction,
  viewer: Member,
  ticket: LockedTicket,
  { id, body, rendered, attachmentIds }: NewNote,
): Promise<void> {
  const { html: bodyHtml, rendererVersion } = rendered
  const { operatorId, apiKeyId } = actorOf(viewer)
  const note = { id, ticketId: ticket.id, body, bodyHtml, rendererVersion, operatorId, apiKeyId }
  const insert = insertRow('Note', { ...note, createdAt: new Date() })
  await record(tx, ticket, actorOf(viewer), [{ type: 'NOTE_ADDED', noteId: id }], [insert])
  await attach(tx, viewer, { noteId: id }, attachmentIds ?? [])
}
