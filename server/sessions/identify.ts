import type { WebsiteAccess } from '../identity/website.ts'
import type { Parameters } from './parameters.ts'
import { allowedOrigin, proveCustomer, type Refusal, type Visitor } from './sign-in.ts'

export type Identified =
  | { proof: Exclude<Awaited<ReturnType<typeof proveCustomer>>, Refusal> }
  | { status: 400 | 401 | 403; reason: Refusal | 'email missing' }

/** Identifies a customer by the arguments of the frame's address, if `page` is on an allowed domain. */
export async function identify(
  website: WebsiteAccess,
  { email, hmac, ...unverified }: Parameters,
  page: string | null | undefined,
  more: Pick<Visitor, 'page' | 'until'> = {},
): Promise<Identified> {
  const origin = allowedOrigin(website, page)
  if (!origin) return { status: 403, reason: 'origin not allowed' }
  if (!email) return { status: 400, reason: 'email missing' }
  const proof = await proveCustomer(website, { email, hmac: hmac ?? '', ...unverified, ...more }, origin)
  if (typeof proof === 'object') return { proof }
  return { status: proof === 'email malformed' ? 400 : 401, reason: proof }
}
