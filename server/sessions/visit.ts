import { hostOf, originOf } from '../identity/referrer.ts'
import { readSeen, type Seen, writeSeen } from '../identity/seen.ts'
import { liveSecrets, type WebsiteAccess } from '../identity/website.ts'
import type { Parameters } from './parameters.ts'
import { allowedOrigin, type Proof, proveCustomer, type Refusal } from './sign-in.ts'

export type Visit =
  | {
      proof: Proof
      /** Scheme and host of the page that embeds the frame. */
      page: string
      /** Allows a reload of this frame. */
      seen: string
    }
  | { status: 400 | 401 | 403; reason: Refusal | 'email missing' }

/**
 * Identifies who opens the iframe's document. The embedding page is known by its Referer. Without one, or with our
 * own, it is Chromium's reload inside the frame: the frame's address then has a statement of the previous visit, which
 * this does not prolong.
 */
export async function visit(
  website: WebsiteAccess,
  { email, hmac, seen, ...unverified }: Parameters,
  referer: string | undefined,
  ownOrigin: string,
): Promise<Visit> {
  const reloaded = !referer || hostOf(referer) === hostOf(ownOrigin)
  const embedding = allowedOrigin(website, referer) && originOf(referer)
  const before = !embedding && reloaded && email && seen ? seenBefore(website, email, seen) : undefined
  const page = embedding ?? before?.origin
  const origin = hostOf(page)
  if (!page || !origin) return { status: 403, reason: 'origin not allowed' }
  if (!email) return { status: 400, reason: 'email missing' }
  const embeddedBy = embedding && referer ? new URL(referer).origin : undefined
  const visitor = { email, hmac: hmac ?? '', page: embeddedBy, until: before?.until, ...unverified }
  const proof = await proveCustomer(website, visitor, origin)
  if (typeof proof !== 'object') {
    return { status: proof === 'email malformed' ? 400 : 401, reason: proof }
  }
  const { secretId, renewUntil: until } = proof.claims
  if (before && before.secretId !== secretId) return { status: 403, reason: 'origin not allowed' }
  return {
    proof,
    page,
    seen: writeSeen({ websiteId: website.id, email, secretId, origin: page, until }),
  }
}

/** The visit in the statement, if its secret is still live and its origin still allowed. */
function seenBefore(website: WebsiteAccess, email: string, statement: string): Seen | undefined {
  return liveSecrets(website, 'CUSTOMER')
    .map(({ id }) => readSeen(statement, { websiteId: website.id, email, secretId: id }))
    .filter((seen) => seen !== null)
    .find(({ origin }) => allowedOrigin(website, origin))
}
