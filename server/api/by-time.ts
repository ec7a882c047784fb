import { z } from 'zod'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { isUuid } from '../identity/uuid.ts'
import { decodeCursor, encodeCursor } from './pagination.ts'

/** Milliseconds up to the year 9999, and id. */
const sortKey = z.tuple([z.int().min(0).max(253_402_300_799_999), z.string().refine(isUuid)])

/** A row's place in the order; a time may also be infinite, as PostgreSQL writes it. */
interface SortKey {
  at: Date | string
  id: string
}

const smallestId = '00000000-0000-0000-0000-000000000000'
const largestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const beginning: SortKey = { at: '-infinity', id: smallestId }
const end: SortKey = { at: 'infinity', id: largestId }

type Row<Time extends string> = { id: string } & Partial<Record<Time, Date>>

interface Cursors {
  after?: string | null | undefined
  before?: string | null | undefined
}

/** An order by a time, then by id. Its cursors contain its name, unless it is `unnamed`. */
export function byTime<Time extends string>(field: Time, direction: 'asc' | 'desc', unnamed = false) {
  const rule = unnamed ? sortKey : z.tuple([...sortKey.def.items, z.literal(field)])

  function timeAndId(cursor: string) {
    const [time, id] = decodeCursor<[number, string, string?]>(cursor, rule as never)
    return { at: new Date(time), id }
  }

  return {
    orderBy(inverted: boolean) {
      const by = inverted === (direction === 'asc') ? ('desc' as const) : ('asc' as const)
      return [{ [field]: by }, { id: by }]
    },
    cursorOf(row: Row<Time>): string {
      const time = row[field]?.getTime() ?? 0
      return unnamed ? encodeCursor(time, row.id) : encodeCursor(time, row.id, field)
    },
    /** The time and the id in a cursor. Throws BAD_USER_INPUT for another order's cursor. */
    timeAndId,
    /**
     * Condition in SQL for the rows later than `since` on a page of an ascending order, with one bound on each side: of two
     * on one side, PostgreSQL would expect fewer rows, and sort all of them.
     */
    within({ after, before }: Cursors, since?: Date | null): Prisma.Sql {
      const start = since ? { at: since, id: largestId } : beginning
      const cursor = after ? timeAndId(after) : null
      const above = cursor && !(since && cursor.at <= since) ? cursor : start
      const below = before ? timeAndId(before) : end
      const key = Prisma.raw(`"${field}", "id"`)
      return Prisma.sql`(${key}) > (${above.at}::timestamptz, ${above.id}::uuid)
        AND (${key}) < (${below.at}::timestamptz, ${below.id}::uuid)`
    },
    /** Condition for the rows on that side of a cursor. */
    beyond(cursor: string, side: 'after' | 'before') {
      const { at, id } = timeAndId(cursor)
      const than = (side === 'after') === (direction === 'asc') ? 'gt' : 'lt'
      return {
        [field]: { [`${than}e`]: at },
        OR: [{ [field]: { [than]: at } }, { [field]: at, id: { [than]: id } }],
      }
    },
  }
}
