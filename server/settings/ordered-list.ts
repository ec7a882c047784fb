import { Prisma } from '../../prisma/generated/client/client.ts'
import type { Transaction } from '../database/db.ts'

/** The changed item of one of a website's lists. */
export interface Changed {
  id: string
  websiteId: string
}

export const inOrder = [{ position: 'asc' as const }, { id: 'asc' as const }]

/** The items with one of them moved to `position` (starting at 1; anything past the end means the end). */
export function moved<Item extends { id: string }>(items: Item[], item: Item, position: number): Item[] {
  const others = items.filter((other) => other !== item)
  return others.toSpliced(Math.min(position, items.length) - 1, 0, item)
}

/** Stores the order of a whole list as positions from 1. */
export async function renumber(
  tx: Transaction,
  table: 'Category' | 'Faq' | 'CategoryField',
  items: { id: string }[],
): Promise<void> {
  const ids = items.map(({ id }) => id)
  await tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} AS "item" SET "position" = "place"."position"::int
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS "place" ("id", "position") WHERE "item"."id" = "place"."id"`
}
