import { v7 as newId } from 'uuid'
import type {
  Message,
  Participant,
  Prisma,
  Ticket,
  TicketField,
} from '../../prisma/generated/client/client.ts'
import { attach } from '../attachments/attach.ts'
import type { Transaction } from '../database/db.ts'
import { insertRow, insertRows } from '../database/insert-row.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import { storeValues } from '../fields/store-values.ts'
import type { Member } from '../identity/viewer.ts'
import { toPreview } from '../text/markdown.ts'
import { moveKeyMark } from '../tickets/key-read-mark.ts'
import { unset } from '../tickets/ticket.ts'
import { authorKind, authorOf } from './author.ts'

type Opening = Pick<
  Ticket,
  'id' | 'number' | 'subject' | 'categoryId' | 'categoryName' | 'customerId' | 'createdAt'
> & {
  /** Of its first message. */
  body: string
  followUpOfId?: string
}

/** The row of a ticket that a viewer opens. */
export function ticketRow(viewer: Member, { body, ...opening }: Opening): Ticket {
  const { createdAt } = opening
  const isTeam = viewer.kind !== 'customer'
  const isOperator = viewer.kind === 'operator'
  const isOwn = viewer.id === opening.customerId
  return {
    ...unset,
    ...opening,
    websiteId: viewer.websiteId,
    status: authorOf(viewer).status,
    messageCount: 1,
    customerReadPosition: isOwn ? 1 : 0,
    teamReadPosition: isTeam ? 1 : 0,
    customerReadAt: isOwn ? createdAt : null,
    teamReadAt: isOperator ? createdAt : null,
    preview: toPreview(body, authorKind(viewer)),
    lastActivityAt: createdAt,
    updatedAt: createdAt,
    historyFilled: true,
  }
}

export const participantRow = (
  { id: ticketId, websiteId, createdAt }: Ticket,
  email: string,
): Participant => ({
  id: newId(),
  ticketId,
  websiteId,
  email,
  readPosition: 0,
  addedAt: createdAt,
})

interface NewRows {
  ticket: Ticket
  message: Message
  participants: Participant[]
  fields: TicketField[]
  /** Uploads of the viewer, or of the `uploader`. */
  attachmentIds?: string[] | null | undefined
  uploader?: Member | undefined
  /** What else changes, in the same statement. */
  changes?: Prisma.Sql[] | undefined
}

/** Inserts a ticket with its first message, and records both. Returns the message's attachments. */
export async function insertTicket(tx: Transaction, viewer: Member, rows: NewRows) {
  const { ticket, message, participants, fields, attachmentIds, uploader = viewer, changes = [] } = rows
  const events = [{ type: 'TICKET_OPENED' }, { type: 'MESSAGE_POSTED', messageId: message.id }] as const
  await record(
    tx,
    ticket,
    actorOf(viewer),
    [...events],
    [
      ...[
        insertRow('Ticket', ticket),
        insertRow('Message', message),
        insertRows('Participant', participants),
      ],
      ...(fields.length > 0 ? [storeValues(fields)] : []),
      ...(viewer.kind === 'integration' ? [moveKeyMark(viewer.id, ticket.id, 1, false)] : []),
      ...changes,
    ],
  )
  return attach(tx, uploader, { messageId: message.id }, attachmentIds ?? [])
}
