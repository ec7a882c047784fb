import { builder } from '../builder.ts'
import { member } from '../context.ts'
import { db } from '../db.ts'
import { liveStream, rethrow } from '../events/live-stream.ts'
import { topics } from '../events/wakeups.ts'
import { encodeGlobalID } from '../global-id.ts'
import { listedFor, visibleTo } from './access.ts'
import { Ticket } from './ticket.ts'

const TicketChange = builder.objectRef<{ id: string }>('TicketChange').implement({
  description: 'Word that a ticket changed.',
  fields: (t) => ({
    ticketId: t.id({
      description: 'Global id of the ticket.',
      resolve: ({ id }) => encodeGlobalID('Ticket', id),
    }),
    ticket: t.prismaField({
      type: Ticket,
      description: 'The ticket as it is now; null when the caller may no longer see it.',
      nullable: true,
      resolve: (query, { id }, _args, context) =>
        db.ticket.findFirst({ ...query, where: { id, ...visibleTo(member(context)) } }),
    }),
  }),
})

/** Milliseconds by which clocks and commits may be apart when wake-ups were lost. */
const margin = 10_000

builder.subscriptionField('ticketChanged', (t) =>
  t.field({
    type: TicketChange,
    description:
      'A ticket that the caller may see, or could until now, was opened, or its status, category, assignee, participants, ' +
      'unread count or last activity changed. Read the list again after each connect: this stream has no cursor.',
    authScopes: { readTickets: true },
    subscribe: (_root, _args, context) => {
      const viewer = member(context)
      const { websiteId } = viewer
      const topic =
        viewer.kind === 'customer' ? topics.reader(websiteId, viewer.email) : topics.team(websiteId)
      let since = Date.now()
      return liveStream(context, topic, async function* (news) {
        for await (const { ids, lost } of news) {
          const now = Date.now()
          await context.recheck()
          if (lost) {
            const where = { AND: [await listedFor(viewer), { updatedAt: { gte: new Date(since - margin) } }] }
            const changed = await db.ticket.findMany({
              where,
              select: { id: true },
              orderBy: { updatedAt: 'asc' },
            })
            for (const { id } of changed) yield { id }
          } else {
            for (const id of ids) yield { id }
          }
          since = now
        }
      }) as AsyncIterable<{ id: string }>
    },
    resolve: rethrow,
  }),
)
