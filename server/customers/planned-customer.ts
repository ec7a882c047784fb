import type { Customer } from '../../prisma/generated/client/client.ts'
import type { CustomerRow } from '../api/context.ts'
import { whole } from '../api/planned/whole-rows.ts'
import { planned } from '../database/planned.ts'

export type KnownCustomer = CustomerRow & Pick<Customer, 'lastPage' | 'firstSeenAt'>

const columns = '"id", "email", "nickname", "locale", "lastPage", "firstSeenAt", "createdAt"'

const byId = planned<[id: string], KnownCustomer>(`SELECT ${columns} FROM "Customer" WHERE "id" = $1`)

/** The customer who is calling, unless `known` is what this call has read already. */
export async function readCustomer(id: string, known?: CustomerRow) {
  const row = known ?? (await byId(id))[0]
  if (!row) throw new Error('The customer of a session is gone')
  return { ...whole, ...row }
}

const byEmail = planned<[websiteId: string, email: string], KnownCustomer>(
  `SELECT ${columns} FROM "Customer" WHERE "websiteId" = $1 AND "email" = $2`,
)

/** The website's customer with this lower-case address; null if there is none. */
export async function knownCustomer(websiteId: string, email: string): Promise<KnownCustomer | null> {
  const [row] = await byEmail(websiteId, email)
  return row ?? null
}
