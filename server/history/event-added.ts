import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { findPlace } from '../api/log-cursor.ts'
import { db } from '../database/db.ts'
import { newestNow } from '../events/now.ts'
import { type LogPlace, placeOf } from '../events/place.ts'
import { liveStream, rethrow } from '../subscriptions/live-stream.ts'
import { SharedReads } from '../subscriptions/shared-reads.ts'
import { TicketEvent } from '../tickets/events/ticket-event.ts'
import { eventsFor } from '../tickets/feed.ts'
import { visibleTo } from '../tickets/visibility.ts'
import { topics } from '../wakeups/wake.ts'

const pageSize = 50

// An event is read once for all its readers with the same rights.
const pages = new SharedReads<Awaited<ReturnType<typeof db.ticketEvent.findMany>>>()

builder.subscriptionField('eventAdded', (t) =>
  t.field({
    type: TicketEvent,
    description:
      'Events after a cursor, once each and in order, then new events as they happen. Fails with BAD_USER_INPUT if ' +
      'the log does not contain the cursor, for example after an older backup was restored: read from the beginning.',
    authScopes: { readTickets: true },
    args: {
      after: t.arg.string({
        description: '`cursor` of the last event received; `""` for all events; null for new events only.',
      }),
    },
    subscribe: async (_root, args, context, info) => {
      const viewer = member(context)
      const { websiteId } = viewer
      const topic =
        viewer.kind === 'customer' ? topics.reader(websiteId, viewer.email) : topics.team(websiteId)
      let after: LogPlace =
        args.after == null ? await newestNow(viewer) : await findPlace(args.after, websiteId)
      const query = queryFromInfo({ context, info, typeName: 'TicketEvent' })
      const key = JSON.stringify([visibleTo(viewer), query])
      const pageAfter = async (after: number) => {
        const range = await eventsFor(viewer, { after, limit: pageSize })
        return db.ticketEvent.findMany({ ...query, ...range })
      }
      return liveStream(context, topic, async ({ since }) => {
        const { position } = after
        const items = await pages.read(`${position} ${key}`, since, () => pageAfter(position))
        const last = items.at(-1)
        if (last) after = placeOf(last)
        return { items, isFull: items.length === pageSize }
      })
    },
    resolve: (payload) => rethrow(payload as Error | NonNullable<unknown>) as never,
  }),
)
