import { whole } from '../api/whole-rows.ts'
import { planned } from '../database/planned.ts'

const read = planned<[id: string], { id: string }>(
  'customer',
  'SELECT "id", "email", "nickname", "locale", "createdAt" FROM "Customer" WHERE "id" = $1',
)

/** The customer who is calling. */
export async function readCustomer(id: string) {
  const [row] = await read(id)
  if (!row) throw new Error('The customer of a session is gone')
  return { ...whole, ...row }
}
