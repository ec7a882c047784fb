import { Prisma } from '../../prisma/generated/client/client.ts'
import { foldedName } from '../categories/unique-name.ts'
import type { Transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'

interface Named {
  id: string
  name: string
}

/** Finds the website's categories by name, in any case. Nobody deletes them before the transaction ends. */
export async function categoriesOf(
  tx: Transaction,
  websiteId: string,
): Promise<(name: string) => Named | undefined> {
  const categories = await rows<Named>(
    Prisma.sql`SELECT "id", "name" FROM "Category" WHERE "websiteId" = ${websiteId}::uuid ORDER BY "id" FOR SHARE`,
    tx,
  )
  const byName = new Map(categories.map((category) => [foldedName(category.name), category]))
  return (name) => byName.get(foldedName(name))
}
