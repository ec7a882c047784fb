import { hostOf } from '../access/referrer.ts'
import { type Claims, readToken } from '../access/session.ts'
import type { WebsiteAccess } from '../access/website.ts'
import type { Parameters } from '../sessions/parameters.ts'
import { allowedOrigin, type Refusal, signInCustomer } from '../sessions/sign-in.ts'

export type Visit = { claims: Claims } | { status: 400 | 401 | 403; reason: Refusal | 'e-mail missing' }

/**
 * Who opens the iframe's document. The embedding page is known by its Referer; without one, or with our own, it is
 * Chromium's reload inside the frame, which needs the renewal token that the frame keeps in its own URL.
 */
export async function visit(
  website: WebsiteAccess,
  { email, hmac, renewal, ...unverified }: Parameters,
  referer: string | undefined,
  ownOrigin: string,
): Promise<Visit> {
  const origin = allowedOrigin(website, referer)
  const renewed = renewal ? await readToken(renewal, 'renewal') : null
  const renewable = renewed?.claims.websiteId === website.id && renewed.claims.kind === 'customer'
  if (renewed && renewable && (origin || !referer || hostOf(referer) === hostOf(ownOrigin))) {
    return { claims: renewed.claims }
  }
  if (!origin) return { status: 403, reason: 'origin not allowed' }
  if (!email) return { status: 400, reason: 'e-mail missing' }
  const { nickname, locale, participants } = unverified
  const visitor = { email, hmac: hmac ?? '', nickname, locale, participants: participants?.split(',') }
  const claims = await signInCustomer(website, visitor, origin)
  if (typeof claims === 'object') return { claims }
  return { status: claims === 'e-mail malformed' ? 400 : 401, reason: claims }
}
