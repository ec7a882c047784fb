import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { encodeGlobalID } from '../api/global-id.ts'
import { changeCursorOf, findChangePlace } from '../api/log-cursor.ts'
import { db } from '../database/db.ts'
import { newestNow } from '../events/now.ts'
import type { LogPlace } from '../events/place.ts'
import { liveStream, rethrow, type Update } from '../subscriptions/live-stream.ts'
import { SharedReads } from '../subscriptions/shared-reads.ts'
import { topics } from '../wakeups/wake.ts'
import { changesAfter, changesSince } from './changes.ts'
import { plannedTicket, ticketAnswers } from './planned-ticket.ts'
import { Ticket } from './ticket.ts'
import { visibleTo } from './visibility.ts'

interface Change {
  id: string
  cursor: string
  /** A moment after the change. */
  since: number
}

// A changed ticket is read once for all readers with the same rights.
const tickets = new SharedReads<Awaited<ReturnType<typeof plannedTicket>>>()

// One object for all readers, so that its result is shared as well.
const changes = new SharedReads<Change>()

const changeOf = (id: string, cursor: string, since: number) =>
  changes.read(`${id} ${cursor}`, since, async () => ({ id, cursor, since }))

const TicketChange = builder.objectRef<Change>('TicketChange').implement({
  description: 'Notice that a ticket changed.',
  fields: (t) => ({
    ticketId: t.id({
      description: 'Global id of the ticket.',
      resolve: ({ id }) => encodeGlobalID('Ticket', id),
    }),
    cursor: t.exposeString('cursor', {
      description: 'Pass it as `after` to continue here after a lost connection.',
    }),
    ticket: t.field({
      type: Ticket,
      description: 'The ticket in its current state; null if the caller may no longer see it.',
      nullable: true,
      resolve: ({ id, since }, _args, context, info) => {
        const viewer = member(context)
        const where = { id, AND: [visibleTo(viewer)] }
        if (ticketAnswers.cover(info)) {
          return tickets.read(JSON.stringify(where), since, () => plannedTicket(id, viewer)) as never
        }
        return db.ticket.findFirst({ ...queryFromInfo({ context, info }), where })
      },
    }),
  }),
})

builder.subscriptionField('ticketChanged', (t) =>
  t.field({
    type: TicketChange,
    description:
      'A ticket the caller may see, or could see until now, was opened, or its status, category, assignee, ' +
      'participants, unread count or last activity changed.',
    authScopes: { readTickets: true },
    args: {
      after: t.arg.string({
        description:
          '`cursor` of the last change received, or `changeCursor` of a list: tickets changed since then are sent ' +
          'first, each once. Null for new changes only. Fails with BAD_USER_INPUT if the cursor is unknown or more ' +
          'than 1,000 tickets changed: reload the list.',
      }),
    },
    subscribe: async (_root, args, context) => {
      const viewer = member(context)
      const { websiteId } = viewer
      const resumed = args.after == null ? null : await findChangePlace(args.after, websiteId)
      let since = resumed?.readAt ?? new Date()
      let after = resumed?.place ?? (await newestNow(viewer))
      const topic =
        viewer.kind === 'customer' ? topics.reader(websiteId, viewer.email) : topics.team(websiteId)
      const read = async (latest: Update, isFirst: boolean) => {
        if (!isFirst && !latest.lost) return changesAbove(latest, after)
        const isGap = latest.lost || resumed
        const found = await (isGap ? changesSince(viewer, since, after) : changesAfter(viewer, after))
        // Not every change has an event, nor touches the ticket itself.
        const { ids, newest } = changesAbove(latest, found.newest)
        return { ids: [...new Set([...found.ids, ...ids])], newest }
      }
      let isFirst = true
      return liveStream(context, topic, async (latest) => {
        const readAt = latest.at
        const { ids, newest } = await read(latest, isFirst)
        isFirst = false
        const start = changeCursorOf(after, since)
        after = newest
        since = readAt
        // A subscriber that stops in between gets all of them again.
        const cursorAt = (index: number) =>
          index === ids.length - 1 ? changeCursorOf(newest, readAt) : start
        const items = ids.map((id, index) => changeOf(id, cursorAt(index), latest.since))
        return { items: await Promise.all(items) }
      }) as AsyncIterable<Change>
    },
    resolve: rethrow,
  }),
)

/** What the wake-ups reported above a place, and up to where. */
function changesAbove({ changes, newest }: Update, after: LogPlace) {
  const above = changes.filter(({ position = Number.POSITIVE_INFINITY }) => position > after.position)
  return {
    ids: above.map(({ ticketId }) => ticketId),
    newest: newest && newest.position > after.position ? newest : after,
  }
}
