import { db } from '../database/db.ts'
import { dataOf } from '../events/event.ts'
import { eventType } from '../tickets/events/ticket-event.ts'

declare module '../events/event.ts' {
  interface EventData {
    PARTICIPANT_ADDED: { participantId: string }
    PARTICIPANT_REMOVED: { participantId: string }
  }
}

const description = 'Address; null once it is erased.'

eventType('PARTICIPANT_ADDED', {
  name: 'ParticipantAdded',
  description:
    'A participant was added to an existing ticket. Participants named when the ticket was opened have no ' +
    'event.',
  fields: (t) => ({
    email: t.string({
      description,
      nullable: true,
      resolve: (event) => addressOf(dataOf(event, 'PARTICIPANT_ADDED').participantId),
    }),
  }),
})

eventType('PARTICIPANT_REMOVED', {
  name: 'ParticipantRemoved',
  description: 'A participant was removed or left.',
  fields: (t) => ({
    email: t.string({
      description,
      nullable: true,
      resolve: (event) => addressOf(dataOf(event, 'PARTICIPANT_REMOVED').participantId),
    }),
  }),
})

/** Prisma would need two statements for those of a page. */
export async function addressOf(id: string): Promise<string | null> {
  const select = { email: true }
  const [present, former] = await Promise.all([
    db.participant.findUnique({ where: { id }, select }),
    db.formerParticipant.findUnique({ where: { id }, select }),
  ])
  return (present ?? former)?.email ?? null
}
