import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { coded } from '../api/errors.ts'
import { localId } from '../api/global-id.ts'
import { cursorOf, findPlace, readCursor } from '../api/log-cursor.ts'
import { connectionOf, largestPage, pageCost, pageOf } from '../api/pagination.ts'
import { db } from '../database/db.ts'
import { placeOf } from '../events/place.ts'
import { shownTypes, TicketEvent } from '../tickets/events/ticket-event.ts'
import { eventsFor } from '../tickets/feed.ts'
import { Ticket } from '../tickets/ticket.ts'
import { EventType } from './event-type.ts'

const EventConnection = builder.connectionObject(
  { type: TicketEvent, name: 'EventConnection', description: 'Events, oldest first.' },
  { name: 'EventEdge', description: 'An event and its cursor.' },
)

const toCursor = (event: { id: string; position: bigint | null }) => cursorOf(placeOf(event))

builder.queryField('events', (t) =>
  t.connection(
    {
      type: TicketEvent,
      description:
        'Events of the tickets the caller may see, oldest first. To receive each event exactly once, store ' +
        '`endCursor` and pass it as `after` the next time. Fails with BAD_USER_INPUT if the log does not contain the ' +
        'cursor, for example after an older backup was restored: read from the beginning.',
      nullable: true,
      authScopes: { readTickets: true },
      complexity: pageCost,
      args: {
        ticketId: t.arg.id({ description: 'Only events of this ticket.' }),
        types: t.arg({ type: [EventType], description: 'Only events of these types, at most 100.' }),
      },
      resolve: (_root, args, context, info) => {
        const viewer = member(context)
        const ticketId = args.ticketId == null ? undefined : localId('Ticket', String(args.ticketId))
        if (ticketId === null) throw coded('BAD_USER_INPUT', '`ticketId` takes the id of a Ticket')
        const query = queryFromInfo({ context, info, typeName: 'TicketEvent', path: ['edges', 'node'] })
        // An empty cursor means the beginning.
        const page = { ...args, after: args.after || null }
        return connectionOf<{ id: string; position: bigint | null }>(page, toCursor, async (range) => {
          const [after, before] = await Promise.all(
            [range.after, range.before].map((cursor) => cursor && findPlace(cursor, viewer.websiteId)),
          )
          const { limit, inverted } = range
          const places = { after: after ? after.position : 0, before: before ? before.position : undefined }
          const found = await eventsFor(viewer, {
            ...places,
            ticketId,
            types: typesIn(args.types),
            limit,
            inverted,
          })
          return db.ticketEvent.findMany({ ...query, ...found })
        }) as never
      },
    },
    EventConnection,
  ),
)

builder.prismaObjectField(Ticket, 'events', (t) =>
  t.connection(
    {
      type: TicketEvent,
      description: 'Events of the ticket, oldest first.',
      complexity: pageCost,
      args: { types: t.arg({ type: [EventType], description: 'Only events of these types, at most 100.' }) },
      select: (args, context, selection) => {
        const { before, after, limit, inverted } = pageOf(args)
        const where = {
          position: { gt: positionIn(after) ?? 0, lt: positionIn(before) },
          type: { in: shownTypes(member(context), typesIn(args.types)) },
        }
        const orderBy = { position: inverted ? ('desc' as const) : ('asc' as const) }
        const page = { select: { id: true, position: true }, where, orderBy, take: limit }
        return { websiteId: true, events: selection(page, ['edges', 'node']) }
      },
      resolve: ({ websiteId, events }, args) =>
        connectionOf<{ id: string; position: bigint | null }>(args, toCursor, async ({ before, after }) => {
          for (const cursor of [before, after]) if (cursor) await findPlace(cursor, websiteId)
          return events
        }) as never,
    },
    EventConnection,
  ),
)

const positionIn = (cursor: string | undefined) => (cursor ? readCursor(cursor).position : undefined)

function typesIn<Type>(types: Type[] | null | undefined): Type[] | undefined {
  if (types && types.length > largestPage)
    throw coded('BAD_USER_INPUT', `\`types\` takes at most ${largestPage} items`)
  return types ? [...new Set(types)] : undefined
}
