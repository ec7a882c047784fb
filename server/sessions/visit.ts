import { hostOf, originOf } from '../identity/referrer.ts'
import { liveSecrets, type WebsiteAccess } from '../identity/website.ts'
import { type Identified, identify } from './identify.ts'
import type { Parameters } from './parameters.ts'
import { readSeen, type Seen, writeSeen } from './seen.ts'
import { allowedOrigin } from './sign-in.ts'

type Identity = Extract<Identified, { proof: unknown }>

export type Visit =
  | Exclude<Identified, Identity>
  | (Identity & {
      /** Scheme and host of the page that embeds the frame. */
      page: string
      /** Allows a reload of this frame. */
      seen: string
    })

/**
 * Identifies who opens the iframe's document. The embedding page is known by its Referer. Without one, or with our
 * own, it is Chromium's reload inside the frame: the frame's address then has a statement of the previous visit, which
 * this does not prolong.
 */
export async function visit(
  website: WebsiteAccess,
  parameters: Parameters,
  referer: string | undefined,
  ownOrigin: string,
): Promise<Visit> {
  const { email = '', seen } = parameters
  const reloaded = !referer || hostOf(referer) === hostOf(ownOrigin)
  const embedding = allowedOrigin(website, referer) && originOf(referer)
  const before = !embedding && reloaded && email && seen ? seenBefore(website, email, seen) : undefined
  const page = embedding ?? before?.origin ?? ''
  const embeddedBy = embedding && referer ? new URL(referer).origin : undefined
  const identified = await identify(website, parameters, page, { page: embeddedBy, until: before?.until })
  if (!('proof' in identified)) return identified
  const { secretId, renewUntil: until } = identified.proof.claims
  if (before && before.secretId !== secretId) return { status: 403, reason: 'origin not allowed' }
  return {
    ...identified,
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
