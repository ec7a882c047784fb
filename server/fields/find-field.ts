import { NotFound } from '../api/errors.ts'
import type { Transaction } from '../database/db.ts'
import { inOrder } from '../settings/ordered-list.ts'

/** A field of the website, and all fields of its category, in order. */
export async function findField(tx: Transaction, websiteId: string, id: string) {
  const found = await tx.categoryField.findFirst({
    where: { id, category: { websiteId } },
    select: { category: { include: { fields: { orderBy: inOrder } } } },
  })
  const field = found?.category.fields.find((one) => one.id === id)
  if (!found || !field) throw new NotFound('There is no such field')
  const { fields, ...category } = found.category
  return { field, fields, category, others: fields.filter((one) => one !== field) }
}
