import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { everyKey, keys } from '../keys.ts'

const minute = 60_000
export const sessionLength = 15 * minute
export const renewalLength = 12 * 60 * minute

/** What a session proves, and what the visitor said about themselves without proof. */
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
  /** What signing out of the console ends; absent where nobody can sign out. */
  sessionId: z.string().optional(),
  /** Milliseconds since the epoch: the session is not renewed past this moment. */
  renewUntil: z.number(),
  unverified: z.object({
    nickname: z.string().optional(),
    locale: z.string().optional(),
    participants: z.array(z.string()).default([]),
    /** What else was passed for participants. */
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

/** Signs the token of a session; it does not live past `claims.renewUntil`. */
export async function issueAccess(claims: Claims): Promise<Access> {
  const expiresAt = new Date(Math.min(Date.now() + sessionLength, claims.renewUntil))
  return { token: await issue(claims, 'session', expiresAt), expiresAt }
}

/** The same and, beside it, the token that renews it. */
export async function issueSession(claims: Claims): Promise<Session> {
  const renewUntil = new Date(claims.renewUntil)
  return {
    ...(await issueAccess(claims)),
    renewalToken: await issue(claims, 'renewal', renewUntil),
    renewUntil,
  }
}

/** Signs what the console's cookie holds: good for new sessions there, and for nothing in the API. */
export function issueConsoleToken(claims: Claims): Promise<string> {
  return issue(claims, 'console', new Date(claims.renewUntil))
}

type Audience = 'session' | 'renewal' | 'console'

function issue(claims: Claims, audience: Audience, expiry: Date): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expiry)
    .sign(keys().session)
}

type Verified = { claims: Claims; expiresAt: Date } | null

const verified = new Map<string, { claims: Claims; expiresAt: Date }>()
const mostVerified = 20_000

/**
 * The claims of a token that we signed for this use and that has not expired, with its expiry; else null.
 * A good one is remembered until it ends: sockets are checked again every few seconds.
 */
export async function readToken(token: string, audience: Audience): Promise<Verified> {
  const key = `${audience} ${token}`
  const known = verified.get(key)
  if (known && known.expiresAt.getTime() > Date.now()) return known
  verified.delete(key)
  const result = await verifyToken(token, audience)
  if (verified.size >= mostVerified) verified.clear()
  if (result) verified.set(key, result)
  return result
}

async function verifyToken(token: string, audience: Audience): Promise<Verified> {
  for (const { session } of everyKey()) {
    try {
      const { payload } = await jwtVerify(token, session, {
        audience,
        algorithms: ['HS256'],
        requiredClaims: ['exp'],
      })
      return { claims: claims.parse(payload), expiresAt: new Date((payload.exp ?? 0) * 1_000) }
    } catch {
      // Not ours, or of another of our keys.
    }
  }
  return null
}
