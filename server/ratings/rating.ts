import { RatingScore as Scores } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { Ticket } from '../tickets/ticket.ts'

export const RatingScore = builder.enumType('RatingScore', {
  description: 'How satisfied a customer is with the support.',
  values: {
    GOOD: { value: Scores.GOOD, description: 'Satisfied.' },
    BAD: { value: Scores.BAD, description: 'Not satisfied.' },
  },
})

builder.prismaObject('Rating', {
  description: 'The customer’s rating of a solved ticket. Visible to everyone who can see the ticket.',
  fields: (t) => ({
    score: t.expose('score', { type: RatingScore, description: 'How satisfied they are.' }),
    comment: t.exposeString('comment', {
      description: 'Their reason, plain text; null if they gave none.',
      nullable: true,
    }),
    ratedAt: t.expose('ratedAt', { type: 'DateTime', description: 'When they last changed it.' }),
  }),
})

builder.prismaObjectField(Ticket, 'rating', (t) =>
  t.relation('rating', {
    description: 'The customer’s rating; null if there is none. It is kept when the ticket is reopened.',
    nullable: true,
  }),
)
