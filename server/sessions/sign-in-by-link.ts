import { db } from '../database/db.ts'
import { readEmailToken } from '../notifications/email-token.ts'
import { operatorProof, type Proof, type Refusal } from './sign-in.ts'

/** Reads the link that was emailed to an operator. It works once, even for concurrent requests. */
export async function proveByLink(websiteId: string, token: string): Promise<Proof | Refusal> {
  const id = readEmailToken('sign-in', token)
  if (!id) return 'link malformed'
  const unused = { id, websiteId, usedAt: null, expiresAt: { gt: new Date() } }
  const link = await db.signInLink.findFirst({ where: unused, select: { email: true } })
  if (!link) return 'link used or expired'
  const operator = await db.operator.findFirst({ where: { websiteId, email: link.email, active: true } })
  if (!operator) return 'not an operator'
  const { id: operatorId, email, role } = operator
  const proof = operatorProof({ websiteId, id: operatorId, email, origin: null, secretId: null }, role)
  return {
    ...proof,
    async enter() {
      const { count } = await db.signInLink.updateMany({ where: unused, data: { usedAt: new Date() } })
      return count === 1 ? { claims: proof.claims } : 'link used or expired'
    },
  }
}
