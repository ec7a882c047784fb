import { v7 as newId } from 'uuid'
import { type Participant, Prisma, type Ticket } from '../../prisma/generated/client/client.ts'
import { NotFound } from '../api/errors.ts'
import { attach } from '../attachments/attach.ts'
import { findOrCreateCustomer } from '../customers/find-or-create.ts'
import type { Transaction } from '../database/db.ts'
import { insertRow } from '../database/insert-row.ts'
import { rows } from '../database/rows.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import { checkComplete, readValues } from '../fields/check-values.ts'
import type { GivenValue } from '../fields/given-values.ts'
import type { Definition } from '../fields/read-value.ts'
import { storeValues, valueRows } from '../fields/store-values.ts'
import type { Member } from '../identity/viewer.ts'
import { invitees } from '../participants/invite.ts'
import { toPreview } from '../text/markdown.ts'
import type { Rendered } from '../text/render.ts'
import { withPeople } from '../tickets/rows.ts'
import { unset } from '../tickets/ticket.ts'
import { authorKind, authorOf, signed } from './author.ts'
import { messageRow } from './message-row.ts'

interface NewTicket {
  id: string
  subject: string
  body: string
  rendered: Rendered
  categoryId?: string | null
  /** Values of the category's fields, as given. */
  fields?: GivenValue[] | null
  /** Uploads of the viewer. */
  attachmentIds?: string[] | null
  customerEmail?: string | null
  /** Addresses of participants, as given. */
  invited: string[]
}

/** Creates a ticket with its first message and the website's next number. Returns it if it is complete. */
export async function writeTicket(tx: Transaction, viewer: Member, input: NewTicket) {
  const { websiteId } = viewer
  const { id, body, rendered, categoryId = null } = input
  const place = await takeNumber(tx, viewer, categoryId)
  if (categoryId && place.categoryName === null) throw new NotFound('There is no such category')
  const values = readValues(place.fields, input.fields ?? [])
  checkComplete(place.fields, values)
  const customer =
    viewer.kind === 'customer'
      ? { id: viewer.id, email: viewer.email, nickname: place.nickname }
      : await findOrCreateCustomer(websiteId, { email: input.customerEmail ?? '' }, tx)
  const message = messageRow(
    viewer,
    { websiteId, ticketId: id, position: 1, subject: input.subject },
    { id: newId(), body, rendered, attachmentIds: input.attachmentIds },
  )
  const ticket = ticketRow(viewer, place, { ...input, customerId: customer.id, createdAt: message.createdAt })
  const emails = place.participantsEnabled ? invitees(input.invited, customer.email) : []
  const participants = emails.map((email) => participantRow(ticket, email))
  const fields = valueRows(ticket, place.fields, values)
  const events = [{ type: 'TICKET_OPENED' }, { type: 'MESSAGE_POSTED', messageId: message.id }] as const
  await record(
    tx,
    ticket,
    actorOf(viewer),
    [...events],
    [
      ...[insertRow('Ticket', ticket), insertRow('Message', message), insertParticipants(participants)],
      ...(fields.length > 0 ? [storeValues(fields)] : []),
    ],
  )
  const attachments = await attach(tx, viewer, message.id, input.attachmentIds ?? [])
  const { email, nickname } = customer
  const written = withPeople({ ...ticket, email, nickname, assigneeName: null, participants, fields })
  const first = signed(message, viewer, written, attachments)
  // The database decides the order of several participants.
  return first && participants.length < 2 ? { ...written, messages: [first] } : undefined
}

interface Opening extends NewTicket {
  customerId: string
  createdAt: Date
}

function ticketRow(viewer: Member, { number, categoryName }: Place, opening: Opening): Ticket {
  const { id, subject, body, categoryId = null, customerId, createdAt } = opening
  const isTeam = viewer.kind !== 'customer'
  return {
    ...unset,
    id,
    websiteId: viewer.websiteId,
    number,
    subject,
    status: authorOf(viewer).status,
    categoryId,
    categoryName,
    customerId,
    messageCount: 1,
    customerReadPosition: isTeam ? 0 : 1,
    teamReadPosition: isTeam ? 1 : 0,
    customerReadAt: isTeam ? null : createdAt,
    teamReadAt: isTeam ? createdAt : null,
    preview: toPreview(body, authorKind(viewer)),
    createdAt,
    lastActivityAt: createdAt,
    updatedAt: createdAt,
    historyFilled: true,
  }
}

const participantRow = ({ id: ticketId, websiteId, createdAt }: Ticket, email: string): Participant => ({
  id: newId(),
  ticketId,
  websiteId,
  email,
  readPosition: 0,
  addedAt: createdAt,
})

interface Place {
  number: number
  participantsEnabled: boolean
  categoryName: string | null
  /** Of the category, in order. */
  fields: Definition[]
  /** Only if a customer opens it. */
  nickname: string | null
}

/** The website's row is locked first, for its next number. Then the category, so that nobody deletes it meanwhile. */
async function takeNumber(tx: Transaction, viewer: Member, categoryId: string | null): Promise<Place> {
  const customerId = viewer.kind === 'customer' ? viewer.id : null
  const [place] = await rows<Place>(
    Prisma.sql`
      WITH "website" AS (
        UPDATE "Website" SET "ticketCount" = "ticketCount" + 1 WHERE "id" = ${viewer.websiteId}::uuid
        RETURNING "id", "ticketCount" AS "number", "participantsEnabled"
      ), "category" AS (
        SELECT "Category"."name" FROM "Category" JOIN "website" ON "websiteId" = "website"."id"
        WHERE "Category"."id" = ${categoryId}::uuid FOR SHARE OF "Category"
      )
      SELECT "number", "participantsEnabled", (SELECT "name" FROM "category") AS "categoryName",
        (SELECT coalesce(json_agg(to_json(f) ORDER BY f."position", f."id"), '[]') FROM "CategoryField" f
          WHERE f."categoryId" = ${categoryId}::uuid) AS "fields",
        (SELECT "nickname" FROM "Customer" WHERE "id" = ${customerId}::uuid) AS "nickname"
      FROM "website"`,
    tx,
  )
  if (!place) throw new NotFound('There is no such website')
  return place
}

const insertParticipants = (participants: Participant[]) => Prisma.sql`
  INSERT INTO "Participant" SELECT * FROM jsonb_populate_recordset(NULL::"Participant", ${JSON.stringify(participants)}::jsonb)`
