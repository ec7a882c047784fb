import type { Prisma } from '../../../prisma/generated/client/client.ts'
import { builder } from '../../api/builder.ts'
import { byTime } from '../../api/by-time.ts'

/** The first order's cursors are older than names. */
function ticketsBy(
  field: 'lastActivityAt' | 'createdAt' | 'updatedAt',
  direction: 'asc' | 'desc',
  condition?: Prisma.TicketWhereInput,
) {
  // `condition`: which tickets it contains; undefined for all.
  return { ...byTime(field, direction, field === 'lastActivityAt'), condition }
}

export type Order = ReturnType<typeof ticketsBy>

export const newestActivity = ticketsBy('lastActivityAt', 'desc')

const orders = {
  ACTIVITY_NEWEST: { order: newestActivity, description: 'By the newest message, newest first.' },
  ACTIVITY_OLDEST: {
    order: ticketsBy('lastActivityAt', 'asc'),
    description: 'By the newest message, oldest first.',
  },
  CREATED_NEWEST: {
    order: ticketsBy('createdAt', 'desc'),
    description: 'By the time of opening, newest first.',
  },
  CREATED_OLDEST: {
    order: ticketsBy('createdAt', 'asc'),
    description: 'By the time of opening, oldest first.',
  },
  UPDATED_OLDEST: {
    order: ticketsBy('updatedAt', 'asc'),
    description: 'By the last change of any kind, oldest first.',
  },
  WAITING_LONGEST: {
    order: ticketsBy('lastActivityAt', 'asc', { status: 'OPEN' }),
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
