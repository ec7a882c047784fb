import type { Prisma } from '../../prisma/generated/client/client.ts'
import type { ActorKind } from '../../prisma/generated/client/enums.ts'
import { type Context, member } from '../api/context.ts'
import { type Transaction, transaction } from '../database/db.ts'
import { forgetWebsiteAccess } from '../identity/website.ts'
import { publish } from '../wakeups/publish.ts'
import { topics } from '../wakeups/wake.ts'

interface Change<T> {
  result: T
  /** Details for the audit log: never a secret. */
  details: Prisma.InputJsonObject
}

/**
 * The only way to change a website's settings: with its row locked, so that limits hold under concurrent calls, and in
 * the same transaction as the audit entry. Open frames and consoles are notified.
 */
export async function changeSettings<T>(
  context: Context,
  action: string,
  work: (tx: Transaction, websiteId: string) => Promise<Change<T>>,
): Promise<T> {
  const { kind, id, websiteId } = member(context)
  const { result, at } = await transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM "Website" WHERE "id" = ${websiteId}::uuid FOR UPDATE`
    const { result, details } = await work(tx, websiteId)
    const actorKind = kind.toUpperCase() as ActorKind
    const { createdAt } = await tx.auditEvent.create({
      data: { websiteId, actorKind, actorId: id, action, details },
    })
    return { result, at: createdAt.getTime() }
  })
  forgetWebsiteAccess(websiteId)
  publish({ topics: [topics.website(websiteId)], at })
  return result
}
