import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { coded } from '../api/errors.ts'
import { localId } from '../api/global-id.ts'
import { db } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import { liveStream, rethrow } from '../subscriptions/live-stream.ts'
import { SharedReads, thisMoment } from '../subscriptions/shared-reads.ts'
import { ticketAnswers } from '../tickets/planned-ticket.ts'
import { visibleTo } from '../tickets/visibility.ts'
import { topics } from '../wakeups/wake.ts'
import { Message } from './message.ts'
import { plannedMessages } from './planned-messages.ts'

const pageSize = 50

// A message is read once for all its readers with the same rights.
const positions = new SharedReads<number>()
const pages = new SharedReads<{ messages: { position: number }[]; readBy: number }>()

builder.subscriptionField('messageAdded', (t) =>
  t.field({
    type: Message,
    description:
      'Every message of a ticket with a position above `after`, each once and in order, then new ones as they ' +
      'are posted. Ends with a FORBIDDEN error when the caller loses access to the ticket.',
    authScopes: { readTickets: true },
    args: {
      ticketId: t.arg.id({ required: true, description: 'Global id of the ticket.' }),
      after: t.arg.int({
        description: 'Position of the last message received; null for new messages only.',
      }),
    },
    subscribe: async (_root, args, context, info) => {
      const viewer = member(context)
      const ticketId = localId('Ticket', String(args.ticketId)) ?? ''
      const newestPosition = positionsFor(ticketId, viewer)
      const newest = await newestPosition(thisMoment())
      let after = args.after ?? newest
      const where = { ticketId, ticket: visibleTo(viewer) }
      // Whatever is selected, a planned statement reads the same: one read serves all with the same rights.
      const query = ticketAnswers.cover(info) ? null : queryFromInfo({ context, info, typeName: 'Message' })
      const key = JSON.stringify([where, query])
      const messagesAfter = (after: number) =>
        query
          ? db.message.findMany({
              ...query,
              where: { ...where, position: { gt: after } },
              orderBy: { position: 'asc' },
              take: pageSize,
            })
          : plannedMessages(ticketId, { above: after, limit: pageSize, inverted: false })
      return liveStream(context, topics.ticket(ticketId), async ({ since }) => {
        const start = after
        const { messages, readBy } = await pages.read(`${start} ${key}`, since, async () => ({
          messages: await messagesAfter(start),
          readBy: thisMoment(),
        }))
        // Checked after the read: who may read the ticket then could read it before.
        const newest = await newestPosition(readBy)
        after = messages.at(-1)?.position ?? after
        return { items: messages, isFull: messages.length === pageSize && newest > after }
      })
    },
    resolve: (payload) => rethrow(payload as Error | NonNullable<unknown>) as never,
  }),
)

/**
 * Reads the position of the ticket's newest message, as of a moment or later. Throws FORBIDDEN if the viewer may not read
 * it.
 */
function positionsFor(ticketId: string, viewer: Member): (since: number) => Promise<number> {
  const where = { id: ticketId, ...visibleTo(viewer) }
  const key = JSON.stringify(where)
  async function read(): Promise<number> {
    const ticket = ticketId && (await db.ticket.findFirst({ where, select: { messageCount: true } }))
    if (!ticket) throw coded('FORBIDDEN', 'There is no such ticket, or you may not read it')
    return ticket.messageCount
  }
  return (since) => positions.read(key, since, read)
}
