import type { RatingScore as Score } from '../../prisma/generated/client/enums.ts'
import { dataOf } from '../events/event.ts'
import { eventType } from '../tickets/events/ticket-event.ts'
import { RatingScore } from './rating.ts'

declare module '../events/event.ts' {
  interface EventData {
    TICKET_RATED: { score: Score }
  }
}

eventType('TICKET_RATED', {
  name: 'TicketRated',
  description:
    'The customer rated a solved ticket, or changed the rating. Its comment is in `Ticket.rating`.',
  fields: (t) => ({
    score: t.field({
      type: RatingScore,
      description: 'The score they gave.',
      resolve: (event) => dataOf(event, 'TICKET_RATED').score,
    }),
  }),
})
