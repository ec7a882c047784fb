import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { byTimeAdded, Ticket } from './ticket.ts'
import { sees, visibleTo } from './visibility.ts'

const maxFollowUps = 10

builder.prismaObjectField(Ticket, 'followUpOf', (t) =>
  t.field({
    type: Ticket,
    description:
      'The earlier ticket that this one continues; null for none, if it has been deleted, or if the caller may not see ' +
      'it. See `Website.followUpAfterDays`.',
    nullable: true,
    select: (_args, _context, selection) => {
      const people = { participants: { orderBy: byTimeAdded } }
      return { followUpOf: selection({ select: { websiteId: true, customerId: true, ...people } }, []) }
    },
    resolve: ({ followUpOf }, _args, context) =>
      (followUpOf && sees(member(context), followUpOf) ? followUpOf : null) as never,
  }),
)

builder.prismaObjectField(Ticket, 'followUps', (t) =>
  t.relation('followUps', {
    description: `The newest ${maxFollowUps} tickets that continue this one and that the caller may see, newest first.`,
    complexity: { field: 1, multiplier: maxFollowUps },
    query: (_args, context) => ({
      where: visibleTo(member(context)),
      orderBy: { number: 'desc' },
      take: maxFollowUps,
    }),
  }),
)
