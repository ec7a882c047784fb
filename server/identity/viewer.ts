import { timingSafeEqual } from 'node:crypto'
import type { ApiScope, OperatorRole } from '../../prisma/generated/client/enums.ts'
import { keys, sha256 } from '../keys/keys.ts'
import { isApiKey, liveApiKey } from './api-key.ts'
import { noteUse } from './last-used.ts'
import { isAllowedHost } from './referrer.ts'
import { type Claims, readToken } from './session.ts'
import { liveSecrets, type WebsiteAccess, websiteAccess } from './website.ts'

/** Who is calling, resolved once for each request or socket. */
export type Viewer = CustomerViewer | OperatorViewer | IntegrationViewer | { kind: 'root' }

/** What a session rests on: with any of it gone, the session ends. */
export type Grounds = Pick<Claims, 'origin' | 'secretId' | 'sessionId'>

export interface CustomerViewer {
  kind: 'customer'
  id: string
  websiteId: string
  email: string
  participants: string[]
  /** Anything else the page passed as participants. */
  ignoredParticipants: string[]
  nickname?: string
  /** Language of their page, or of their last visit (BCP 47). */
  locale?: string
  /** Absent for somebody who writes by email. */
  grounds?: Grounds
}
export interface OperatorViewer {
  kind: 'operator'
  id: string
  websiteId: string
  role: OperatorRole
  /** Absent for an operator in whose name the server acts. */
  grounds?: Grounds
}
export interface IntegrationViewer {
  kind: 'integration'
  id: string
  websiteId: string
  name: string
  scopes: ApiScope[]
}
/** Somebody with a website: everyone but root. */
export type Member = Exclude<Viewer, { kind: 'root' }>

export interface Credential {
  viewer: Viewer
  /** When it expires on its own; null for keys. */
  expiresAt: Date | null
}

/** The owner of the bearer token, checked against the website's current state; null if it is refused. */
export async function readCredential(bearer: string): Promise<Credential | null> {
  if (bearer === '') return null
  if (isApiKey(bearer)) {
    const key = await liveApiKey(bearer)
    if (!key) return null
    noteUse('apiKey', key.id)
    return { viewer: { kind: 'integration', ...key }, expiresAt: null }
  }
  const token = readToken(bearer, 'session')
  if (!token) return isRootKey(bearer) ? { viewer: { kind: 'root' }, expiresAt: null } : null
  const viewer = await sessionViewer(token.claims)
  return viewer && { viewer, expiresAt: token.expiresAt }
}

/** The session's viewer, if its secret is still live and its origin, or operator, still allowed. */
export async function sessionViewer(claims: Claims): Promise<SessionViewer> {
  const website = await websiteAccess(claims.websiteId)
  if (!website) return null
  const known = viewers.get(claims)
  if (known?.website === website) return known.viewer
  const viewer = viewerIn(claims, website)
  viewers.set(claims, { website, viewer })
  return viewer
}

type SessionViewer = CustomerViewer | OperatorViewer | null

/** Sockets are checked again every few seconds, and at each event: the same token, and mostly the same website. */
const viewers = new WeakMap<Claims, { website: WebsiteAccess; viewer: SessionViewer }>()

function viewerIn(claims: Claims, website: WebsiteAccess): SessionViewer {
  if (!wasSignedBy(claims, website)) return null
  if (claims.sessionId && website.endedSessions.has(claims.sessionId)) return null
  if (website.endedSessions.has(claims.id)) return null
  if (claims.origin !== null && !isAllowedHost(claims.origin, website.domains)) return null
  if (claims.kind === 'customer') return customerOf(claims)
  const operator = website.operators.get(claims.id)
  return operator ? operatorOf(claims, operator.role) : null
}

/** The customer with proven claims. */
export function customerOf(claims: Claims): CustomerViewer {
  const { id, websiteId, email } = claims
  const { nickname, locale, participants, ignored: ignoredParticipants } = claims.unverified
  const grounds = groundsOf(claims)
  const invited = { participants, ignoredParticipants }
  return { kind: 'customer', id, websiteId, email, ...invited, nickname, locale, grounds }
}

/** The operator with proven claims. */
export function operatorOf(claims: Claims, role: OperatorRole): OperatorViewer {
  const { id, websiteId } = claims
  return { kind: 'operator', id, websiteId, role, grounds: groundsOf(claims) }
}

const groundsOf = ({ origin, secretId, sessionId }: Claims) => ({ origin, secretId, sessionId })

/** Whether the secret that signed the session is still live. Operators may sign in without one, by an emailed link. */
function wasSignedBy({ kind, secretId }: Claims, website: WebsiteAccess): boolean {
  if (secretId === null) return kind === 'operator'
  const secrets = liveSecrets(website, kind === 'customer' ? 'CUSTOMER' : 'OPERATOR')
  return secrets.some(({ id }) => id === secretId)
}

function isRootKey(bearer: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(bearer)), Buffer.from(sha256(keys().root)))
}
