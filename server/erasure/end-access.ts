import type { Transaction } from '../database/db.ts'

/** Takes away everything that sessions and keys of a website rest on, and stops what it sends. */
export async function endAccess(tx: Transaction, websiteId: string): Promise<void> {
  await tx.website.update({
    where: { id: websiteId },
    data: { deletedAt: new Date() },
    select: { id: true },
  })
  await tx.signingSecret.deleteMany({ where: { websiteId } })
  await tx.allowedDomain.deleteMany({ where: { websiteId } })
  await tx.signInLink.deleteMany({ where: { websiteId } })
  await tx.operator.updateMany({ where: { websiteId }, data: { active: false } })
  await tx.apiKey.updateMany({ where: { websiteId, revokedAt: null }, data: { revokedAt: new Date() } })
  await tx.webhookEndpoint.updateMany({ where: { websiteId }, data: { enabled: false } })
}
