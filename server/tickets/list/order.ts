import { z } from 'zod'
import type { Prisma } from '../../../prisma/generated/client/client.ts'
import { builder } from '../../api/builder.ts'
import { decodeCursor, encodeCursor } from '../../api/pagination.ts'
import { isUuid } from '../../identity/uuid.ts'

type Time = 'lastActivityAt' | 'createdAt' | 'updatedAt'
type Row = { id: string } & Partial<Record<Time, Date>>

/** Milliseconds up to the year 9999, and id. */
const place = z.tuple([z.int().min(0).max(253_402_300_799_999), z.string().refine(isUuid)])

/** An order by a time, then by id. Its cursors contain its name, except those of the first order, which are older. */
function byTime(field: Time, direction: 'asc' | 'desc', condition?: Prisma.TicketWhereInput) {
  const isFirst = field === 'lastActivityAt'
  const rule = isFirst ? place : z.tuple([...place.def.items, z.literal(field)])

  function timeAndId(cursor: string) {
    const [time, id] = decodeCursor<[number, string, string?]>(cursor, rule as never)
    return { at: new Date(time), id }
  }

  return {
    /** Which tickets it contains; undefined for all. */
    condition,
    orderBy(inverted: boolean) {
      const by = inverted === (direction === 'asc') ? ('desc' as const) : ('asc' as const)
      return [{ [field]: by }, { id: by }]
    },
    cursorOf(row: Row): string {
      const time = row[field]?.getTime() ?? 0
      return isFirst ? encodeCursor(time, row.id) : encodeCursor(time, row.id, field)
    },
    /** The time and the id in a cursor. Throws BAD_USER_INPUT for another order's cursor. */
    timeAndId,
    /** Condition for the rows on that side of a cursor. */
    beyond(cursor: string, side: 'after' | 'before'): Prisma.TicketWhereInput {
      const { at, id } = timeAndId(cursor)
      const than = (side === 'after') === (direction === 'asc') ? 'gt' : 'lt'
      return {
        [field]: { [`${than}e`]: at },
        OR: [{ [field]: { [than]: at } }, { [field]: at, id: { [than]: id } }],
      }
    },
  }
}

export type Order = ReturnType<typeof byTime>

export const newestActivity = byTime('lastActivityAt', 'desc')

const orders = {
  ACTIVITY_NEWEST: { order: newestActivity, description: 'By the newest message, newest first.' },
  ACTIVITY_OLDEST: {
    order: byTime('lastActivityAt', 'asc'),
    description: 'By the newest message, oldest first.',
  },
  CREATED_NEWEST: {
    order: byTime('createdAt', 'desc'),
    description: 'By the time of opening, newest first.',
  },
  CREATED_OLDEST: { order: byTime('createdAt', 'asc'), description: 'By the time of opening, oldest first.' },
  UPDATED_OLDEST: {
    order: byTime('updatedAt', 'asc'),
    description: 'By the last change of any kind, oldest first.',
  },
  WAITING_LONGEST: {
    order: byTime('lastActivityAt', 'asc', { status: 'OPEN' }),
    description: 'OPEN tickets only, by the newest message, oldest first.',
  },
}

export const TicketOrder = builder.enumType('TicketOrder', {
  description: 'Order of a list of tickets.',
  values: Object.fromEntries(
    Object.entries(orders).map(([name, { description }]) => [name, { value: name, description }]),
  ) as Record<keyof typeof orders, { value: keyof typeof orders; description: string }>,
})

/** The order with that name; null means the default. */
export const orderNamed = (name: keyof typeof orders | null | undefined): Order =>
  orders[name ?? 'ACTIVITY_NEWEST'].order
