import type { Customer } from '../../prisma/generated/client/client.ts'
import { whole } from '../api/whole-rows.ts'
import { planned } from '../database/planned.ts'

const read = planned<[id: string], { id: string }>(
  'SELECT "id", "email", "nickname", "locale", "createdAt" FROM "Customer" WHERE "id" = $1',
)

/** The customer who is calling. */
export async function readCustomer(id: string) {
  const [row] = await read(id)
  if (!row) throw new Error('The customer of a session is gone')
  return { ...whole, ...row }
}

export type KnownCustomer = Pick<
  Customer,
  'id' | 'email' | 'nickname' | 'locale' | 'lastPage' | 'firstSeenAt'
>

const byEmail = planned<[websiteId: string, email: string], KnownCustomer>(
  `SELECT "id", "email", "nickname", "locale", "lastPage", "firstSeenAt" FROM "Customer"
    WHERE "websiteId" = $1 AND "email" = $2`,
)

/** The website's customer with this lower-case address; null if there is none. */
export async function knownCustomer(websiteId: string, email: string): Promise<KnownCustomer | null> {
  const [row] = await byEmail(websiteId, email)
  return row ?? null
}
