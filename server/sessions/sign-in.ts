import { canonicalEmail, isEmail } from '../access/email.ts'
import { signedEmail } from '../access/hmac.ts'
import { noteUse } from '../access/last-used.ts'
import { hostOf, isAllowedHost } from '../access/referrer.ts'
import { type Claims, renewalLength } from '../access/session.ts'
import { liveSecrets, type WebsiteAccess } from '../access/website.ts'
import { findOrCreateCustomer } from '../customers/find-or-create.ts'
import { readLocale } from '../languages/read-locale.ts'
import { participantsIn } from '../participants/invite.ts'
import { nicknameIn } from './nickname.ts'

/** What a visitor brings; only `email` is proven, by `hmac`. */
export interface Visitor {
  email: string
  hmac: string
  nickname?: string | null
  locale?: string | null
  participants?: string[] | null
  /** Scheme, host and port of the page that embeds the frame. */
  page?: string
}

/** The reason for the log. Callers outside hear only that it was refused. */
export type Refusal =
  | 'origin not allowed'
  | 'hmac wrong'
  | 'e-mail malformed'
  | 'expired'
  | 'not an operator'
  | 'link malformed'
  | 'link used or expired'

/** Host of the page, provided that the website allows it. */
export function allowedOrigin(website: WebsiteAccess, address: string | null | undefined): string | null {
  const host = hostOf(address)
  return host && isAllowedHost(host, website.domains) ? host : null
}

/** Checks the signature and gives the claims of a customer's session, or why not. */
export async function signInCustomer(
  website: WebsiteAccess,
  visitor: Visitor,
  origin: string,
): Promise<(Claims & { secretId: string }) | Refusal> {
  const signed = signedEmail(visitor.email, visitor.hmac, liveSecrets(website, 'CUSTOMER'))
  if (!signed) return 'hmac wrong'
  const email = canonicalEmail(signed.email)
  if (!isEmail(email)) return 'e-mail malformed'
  noteUse('signingSecret', signed.secret.id)
  const nickname = nicknameIn(visitor.nickname)
  const locale = readLocale(visitor.locale)
  const customer = await findOrCreateCustomer(website.id, {
    email,
    nickname,
    locale,
    seen: true,
    lastPage: visitor.page,
  })
  const { participants, ignored } = participantsIn(visitor.participants ?? [], email)
  return {
    kind: 'customer',
    websiteId: website.id,
    id: customer.id,
    email,
    origin,
    secretId: signed.secret.id,
    renewUntil: Date.now() + renewalLength,
    unverified: { nickname, locale: locale ?? customer.locale ?? undefined, participants, ignored },
  }
}

/** Milliseconds: how far ahead an operator's link may expire. */
const longestLink = 24 * 60 * 60_000

/** Checks what an operator signed, `email:expires` (Unix seconds), and gives who it is, or why not. */
export function proveOperator(
  website: WebsiteAccess,
  { email, expires, hmac }: { email: string; expires: number; hmac: string },
) {
  const signed = signedEmail(`${email}:${expires}`, hmac, liveSecrets(website, 'OPERATOR'))
  if (!signed) return 'hmac wrong' satisfies Refusal
  const ahead = expires * 1_000 - Date.now()
  if (ahead < 0 || ahead > longestLink) return 'expired' satisfies Refusal
  const address = canonicalEmail(signed.email.slice(0, signed.email.lastIndexOf(':')))
  const operator = [...website.operators].find(([, known]) => known.email === address)
  if (!operator) return 'not an operator' satisfies Refusal
  return { id: operator[0], email: address, secretId: signed.secret.id }
}

/** The same as `signInCustomer` for an operator. `origin` is null for our own console. */
export async function signInOperator(
  website: WebsiteAccess,
  link: { email: string; expires: number; hmac: string },
  origin: string | null,
): Promise<Claims | Refusal> {
  const proof = proveOperator(website, link)
  if (typeof proof === 'string') return proof
  noteUse('signingSecret', proof.secretId)
  return operatorClaims({ websiteId: website.id, origin, ...proof })
}

/** The claims of an operator who has just proved who they are. */
export function operatorClaims(
  proven: Pick<Claims, 'websiteId' | 'id' | 'email' | 'origin' | 'secretId'>,
): Claims {
  const renewUntil = Date.now() + renewalLength
  return { ...proven, kind: 'operator', renewUntil, unverified: { participants: [], ignored: [] } }
}
