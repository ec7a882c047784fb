import { z } from 'zod'
import { db } from '../database/db.ts'
import { type Member, sessionViewer } from '../identity/viewer.ts'

/** The viewer an address was signed for, and the secret of their session. Only ids: email addresses would end up in logs. */
export const holder = z.object({
  kind: z.enum(['customer', 'operator', 'integration']),
  id: z.string(),
  websiteId: z.string(),
  origin: z.string().nullable().default(null),
  secretId: z.string().nullable().default(null),
  sessionId: z.string().optional(),
})
export type Holder = z.output<typeof holder>

export function holderOf(viewer: Member): z.input<typeof holder> {
  const { kind, id, websiteId } = viewer
  return { kind, id, websiteId, ...(viewer.kind === 'integration' ? {} : viewer.grounds) }
}

/** The holder with the rights they have now; null if they would be refused. */
export async function viewerOf(holder: Holder): Promise<Member | null> {
  const { kind, id, websiteId } = holder
  const where = { id, websiteId }
  if (kind === 'integration') {
    const select = { name: true, scopes: true }
    const key = await db.apiKey.findFirst({ where: { ...where, revokedAt: null }, select })
    return key && { kind, id, websiteId, ...key }
  }
  const customer = kind === 'customer' && (await db.customer.findFirst({ where, select: { email: true } }))
  if (kind === 'customer' && !customer) return null
  const email = customer ? customer.email : ''
  const unverified = { participants: [], ignored: [] }
  return sessionViewer({ ...holder, kind, email, renewUntil: 0, unverified })
}
