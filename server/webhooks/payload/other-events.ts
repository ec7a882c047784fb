import type { RatingScore as Score } from '../../../prisma/generated/client/enums.ts'
import { dataOf } from '../../events/event.ts'
import { ChangedField, type NamedField } from '../../fields/fields-changed.ts'
import { addressOf } from '../../participants/participant-events.ts'
import { RatingScore } from '../../ratings/rating.ts'
import { webhookEvent } from './event.ts'

for (const [type, name, wireType] of [
  ['PARTICIPANT_ADDED', 'WebhookParticipantAdded', 'participant.added'],
  ['PARTICIPANT_REMOVED', 'WebhookParticipantRemoved', 'participant.removed'],
] as const) {
  webhookEvent<{ email: string | null }>(type, {
    name,
    description: `\`${wireType}\`.`,
    fields: (t) => ({
      email: t.exposeString('email', {
        description: 'The participant’s address; null once it is erased.',
        nullable: true,
      }),
    }),
    read: async (event) => ({ email: await addressOf(dataOf(event, type).participantId) }),
  })
}

webhookEvent<{ fields: NamedField[] }>('FIELDS_CHANGED', {
  name: 'WebhookFieldsChanged',
  description: '`fields.changed`: the team changed values of a ticket’s fields.',
  fields: (t) => ({
    fields: t.expose('fields', {
      type: [ChangedField],
      description: 'The fields whose values were changed or removed. The values are in the ticket.',
    }),
  }),
  read: (event) => ({ fields: dataOf(event, 'FIELDS_CHANGED').fields }),
})

webhookEvent<{ score: Score }>('TICKET_RATED', {
  name: 'WebhookTicketRated',
  description: '`ticket.rated`: the customer rated a solved ticket, or changed the rating.',
  fields: (t) => ({
    score: t.expose('score', { type: RatingScore, description: 'The score they gave.' }),
  }),
  read: (event) => ({ score: dataOf(event, 'TICKET_RATED').score }),
})
