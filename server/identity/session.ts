import { z } from 'zod'
import { type GoodKey, goodKeys, keys } from '../keys/keys.ts'
import { signJwt, verifyJwt } from './jwt.ts'

const minute = 60_000
const sessionLength = 15 * minute
export const renewalLength = 12 * 60 * minute

/** What a session proves, and what the visitor claimed without proof. */
const claims = z.object({
  kind: z.enum(['customer', 'operator']),
  websiteId: z.string(),
  /** The customer's or operator's id. */
  id: z.string(),
  /** Trimmed and lower-cased. */
  email: z.string(),
  /** Host of the page that embeds us; null for our own console. */
  origin: z.string().nullable(),
  /** The secret that signed the link; null for an operator whose link was emailed. */
  secretId: z.string().nullable(),
  /** Used to sign out of the console; absent if there is no signing out. */
  sessionId: z.string().optional(),
  /** Milliseconds since the epoch: the session cannot be renewed after this. */
  renewUntil: z.number(),
  unverified: z.object({
    nickname: z.string().optional(),
    locale: z.string().optional(),
    participants: z.array(z.string()).default([]),
    /** Anything else that was passed as participants. */
    ignored: z.array(z.string()).default([]),
  }),
})
export type Claims = z.output<typeof claims>

export interface Access {
  token: string
  expiresAt: Date
}

export interface Session extends Access {
  renewalToken: string
  renewUntil: Date
}

/** Signs a session's token; it expires at `claims.renewUntil` at the latest. */
export function issueAccess(claims: Claims): Access {
  const expiresAt = new Date(Math.min(Date.now() + sessionLength, claims.renewUntil))
  return { token: issue(claims, 'session', expiresAt), expiresAt }
}

/** The same, with the token that renews it. */
export function issueSession(claims: Claims): Session {
  const renewUntil = new Date(claims.renewUntil)
  return {
    ...issueAccess(claims),
    renewalToken: issue(claims, 'renewal', renewUntil),
    renewUntil,
  }
}

/** Signs the value of the console's cookie: it opens new sessions there, and is useless in the API. */
export function issueConsoleToken(claims: Claims): string {
  return issue(claims, 'console', new Date(claims.renewUntil))
}

type Audience = 'session' | 'renewal' | 'console'

function issue(claims: Claims, audience: Audience, expiry: Date): string {
  return signJwt(claims, audience, expiry, keys().session)
}

/** Keys that sign sessions and statements of visits, which last as long. */
export const sessionKeys = () => goodKeys(renewalLength)

interface Verified {
  claims: Claims
  expiresAt: Date
}

type Known = Map<string, Verified & { by: GoodKey['key'] }>

/** By use, as joining it to the token would mean hashing the token each time. */
const verified: Record<Audience, Known> = { session: new Map(), renewal: new Map(), console: new Map() }
const maxVerified = 20_000

/**
 * The claims and expiry of a token that we signed for this use and that has not expired; otherwise null. A valid one is
 * cached until it or its key expires: sockets are checked again every few seconds.
 */
export function readToken(token: string, audience: Audience): Verified | null {
  const tokens = verified[audience]
  const good = sessionKeys()
  const known = tokens.get(token)
  const end = good.find(({ key }) => key === known?.by)
  if (known && end && known.expiresAt.getTime() > Date.now()) return capped(known, end)
  tokens.delete(token)
  for (const one of good) {
    const result = verifyToken(token, audience, one.key)
    if (!result) continue
    if (tokens.size >= maxVerified) tokens.clear()
    const known = { ...result, by: one.key }
    tokens.set(token, known)
    return capped(known, one)
  }
  return null
}

/** A session signed with the previous key ends when that key does, renewed or not: the key may have leaked. */
function capped(verified: Verified, { until }: GoodKey): Verified {
  if (until === Number.POSITIVE_INFINITY) return verified
  const { claims, expiresAt } = verified
  return {
    claims: { ...claims, renewUntil: Math.min(claims.renewUntil, until) },
    expiresAt: new Date(Math.min(expiresAt.getTime(), until)),
  }
}

function verifyToken(token: string, audience: Audience, key: GoodKey['key']): Verified | null {
  const payload = verifyJwt(token, audience, key.session)
  const { data } = claims.safeParse(payload)
  return payload && data ? { claims: data, expiresAt: new Date(payload.exp * 1_000) } : null
}
