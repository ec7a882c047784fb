import { v7 as newId } from 'uuid'
import type { CustomerRow } from '../api/context.ts'
import { upsertCustomer } from '../customers/find-or-create.ts'
import { knownCustomer } from '../customers/planned-customer.ts'
import { canonicalEmail, isEmail } from '../identity/email.ts'
import { signedEmail } from '../identity/hmac.ts'
import { noteUse } from '../identity/last-used.ts'
import { hostOf, isAllowedHost } from '../identity/referrer.ts'
import { type Claims, renewalLength } from '../identity/session.ts'
import { type CustomerViewer, customerOf, type OperatorViewer, operatorOf } from '../identity/viewer.ts'
import { liveSecrets, type WebsiteAccess } from '../identity/website.ts'
import { readLocale } from '../languages/read-locale.ts'
import { participantsIn } from '../participants/invite.ts'
import { nicknameIn } from './nickname.ts'

/** What a visitor claims; only `email` is proven, by `hmac`. */
export interface Visitor {
  email: string
  hmac: string
  nickname?: string | null
  locale?: string | null
  participants?: string[] | null
  /** Scheme, host and port of the page that embeds the frame. */
  page?: string
  /** When the session finally ends; by default in twelve hours. */
  until?: number
}

/** The reason for the log. Callers learn only that they were refused. */
export type Refusal =
  | 'origin not allowed'
  | 'hmac wrong'
  | 'email malformed'
  | 'expired'
  | 'not an operator'
  | 'link malformed'
  | 'link used or expired'

/** Host of the page, if the website allows it. */
export function allowedOrigin(website: WebsiteAccess, address: string | null | undefined): string | null {
  const host = hostOf(address)
  return host && isAllowedHost(host, website.domains) ? host : null
}

/** A person with a proven identity, before anything is stored. */
export interface Proof<Own extends Claims = Claims> {
  /** Of the session to be opened. */
  claims: Own
  viewer: CustomerViewer | OperatorViewer
  /** Records the visit. Returns its stored state, or why it is refused now. */
  enter(): Promise<Entry<Own> | Refusal>
}

export interface Entry<Own extends Claims = Claims> {
  claims: Own
  /** The row of a customer. */
  customer?: CustomerRow
}

/** Verifies a customer's signature. Returns their identity, or why it was refused. */
export async function proveCustomer(
  website: WebsiteAccess,
  visitor: Visitor,
  origin: string,
): Promise<Proof<Claims & { secretId: string }> | Refusal> {
  const signed = signedEmail(visitor.email, visitor.hmac, liveSecrets(website, 'CUSTOMER'))
  if (!signed) return 'hmac wrong'
  const email = canonicalEmail(signed.email)
  if (!isEmail(email)) return 'email malformed'
  const nickname = nicknameIn(visitor.nickname)
  const locale = readLocale(visitor.locale)
  const known = await knownCustomer(website.id, email)
  const { participants, ignored } = participantsIn(visitor.participants ?? [], email)
  const claims = {
    kind: 'customer' as const,
    websiteId: website.id,
    id: known?.id ?? newId(),
    email,
    origin,
    secretId: signed.secret.id,
    renewUntil: visitor.until ?? Date.now() + renewalLength,
    unverified: { nickname, locale: locale ?? known?.locale ?? undefined, participants, ignored },
  }
  return {
    claims,
    viewer: customerOf(claims),
    async enter() {
      noteUse('signingSecret', claims.secretId)
      const profile = { id: claims.id, email, nickname, locale, seen: true, lastPage: visitor.page }
      const customer = await upsertCustomer(website.id, known, profile)
      return { claims: { ...claims, id: customer.id }, customer }
    },
  }
}

/** Milliseconds: how far ahead an operator's link may expire. */
const maxLinkLifetime = 24 * 60 * 60_000

/** Verifies an operator's signature of `email:expires` (Unix seconds), like `proveCustomer`. */
export function readOperatorLink(
  website: WebsiteAccess,
  { email, expires, hmac }: { email: string; expires: number; hmac: string },
) {
  const signed = signedEmail(`${email}:${expires}`, hmac, liveSecrets(website, 'OPERATOR'))
  if (!signed) return 'hmac wrong' satisfies Refusal
  const ahead = expires * 1_000 - Date.now()
  if (ahead < 0 || ahead > maxLinkLifetime) return 'expired' satisfies Refusal
  const address = canonicalEmail(signed.email.slice(0, signed.email.lastIndexOf(':')))
  const operator = [...website.operators].find(([, known]) => known.email === address)
  if (!operator) return 'not an operator' satisfies Refusal
  const [id, { role }] = operator
  return { id, email: address, role, secretId: signed.secret.id }
}

/** The same as `proveCustomer` for an operator. `origin` is null for our own console. */
export function proveOperator(
  website: WebsiteAccess,
  link: { email: string; expires: number; hmac: string },
  origin: string | null,
): Proof | Refusal {
  const operator = readOperatorLink(website, link)
  if (typeof operator === 'string') return operator
  const { role, ...proven } = operator
  const proof = operatorProof({ websiteId: website.id, origin, ...proven }, role)
  return {
    ...proof,
    async enter() {
      noteUse('signingSecret', operator.secretId)
      return { claims: proof.claims }
    },
  }
}

/** An operator with a proven identity, and nothing yet to record. */
export function operatorProof(
  proven: Pick<Claims, 'websiteId' | 'id' | 'email' | 'origin' | 'secretId'>,
  role: OperatorViewer['role'],
): Pick<Proof, 'claims' | 'viewer'> {
  const renewUntil = Date.now() + renewalLength
  const unverified = { participants: [], ignored: [] }
  const claims = { ...proven, kind: 'operator' as const, renewUntil, unverified }
  return { claims, viewer: operatorOf(claims, role) }
}
