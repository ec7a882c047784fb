import { Prisma } from '../../prisma/generated/client/client.ts'
import type { Transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { mayName, withoutAddress } from './names.ts'

/** Takes an address out of the details of a website's audit log, such as the reason why an email was quarantined. */
export async function eraseFromAuditLog(tx: Transaction, websiteId: string, email: string): Promise<void> {
  const found = await rows<{ id: string; details: Prisma.JsonValue }>(
    Prisma.sql`
      SELECT "id", "details" FROM "AuditEvent"
      WHERE "websiteId" = ${websiteId}::uuid AND ${mayName('"details"::text', email)}`,
    tx,
  )
  for (const { id, details } of found) {
    const data = { details: without(details, email) as Prisma.InputJsonObject }
    await tx.auditEvent.update({ where: { id }, data, select: { id: true } })
  }
}

function without(value: Prisma.JsonValue, email: string): Prisma.JsonValue {
  if (typeof value === 'string') return withoutAddress(value, email)
  if (Array.isArray(value)) return value.map((one) => without(one, email))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, one === undefined ? one : without(one, email)]),
  )
}
