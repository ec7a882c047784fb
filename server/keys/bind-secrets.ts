import type { PrismaClient } from '../../prisma/generated/client/client.ts'
import { seal, unseal } from './keys.ts'

/** Encrypts the secrets of earlier versions again, each for its own website and kind. */
export async function bindSecrets(db: PrismaClient): Promise<void> {
  for (const secret of await db.signingSecret.findMany({ where: { bound: false } })) {
    const { id, websiteId, kind } = secret
    const data = seal(unseal(secret), { websiteId, kind })
    await db.signingSecret.updateMany({ where: { id, bound: false }, data })
  }
}
