import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { db } from '../database/db.ts'
import { findPlace, type Place, placeOf } from '../events/cursor.ts'
import { liveStream, rethrow } from '../events/live-stream.ts'
import { newestNow } from '../events/now.ts'
import { topics } from '../events/wakeups.ts'
import { eventsFor } from '../tickets/feed.ts'
import { TicketEvent } from '../tickets/ticket-event.ts'

const atOnce = 50

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
      let after: Place =
        args.after == null ? await newestNow(websiteId) : await findPlace(args.after, websiteId)
      const query = queryFromInfo({ context, info, typeName: 'TicketEvent' })
      return liveStream(context, topic, async function* (news) {
        let isFirst = true
        for await (const { woken } of news) {
          await context.recheck()
          for (let more = woken || isFirst; more; ) {
            const range = await eventsFor(viewer, { after: after.position, limit: atOnce })
            const events = await db.ticketEvent.findMany({ ...query, ...range })
            for (const event of events) {
              after = placeOf(event)
              yield event
            }
            more = events.length === atOnce
          }
          isFirst = false
        }
      })
    },
    resolve: (payload) => rethrow(payload as Error | NonNullable<unknown>) as never,
  }),
)
