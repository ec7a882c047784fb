import type { Claims } from '../access/session.ts'
import { transaction } from '../db.ts'
import { readMailToken } from '../mail-token.ts'
import { operatorClaims, type Refusal } from './sign-in.ts'

/** Signs in the operator whom a link was emailed to. It works once, whatever number of requests bring it at a time. */
export async function signInByLink(websiteId: string, token: string): Promise<Claims | Refusal> {
  const id = readMailToken('sign-in', token)
  if (!id) return 'link malformed'
  return transaction(async (tx) => {
    const now = new Date()
    const { count } = await tx.signInLink.updateMany({
      where: { id, websiteId, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (count === 0) return 'link used or expired'
    const { email } = await tx.signInLink.findUniqueOrThrow({ where: { id }, select: { email: true } })
    const operator = await tx.operator.findFirst({ where: { websiteId, email, active: true } })
    if (!operator) return 'not an operator'
    return operatorClaims({ websiteId, id: operator.id, email, origin: null, secretId: null })
  })
}
