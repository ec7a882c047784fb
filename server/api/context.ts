import type { IncomingMessage } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import type { Customer } from '../../prisma/generated/client/client.ts'
import { addressOf } from '../identity/caller-address.ts'
import { audienceOf, missingScopes, type Scopes, scopesOf } from '../identity/scopes.ts'
import { type Member, readCredential, type Viewer } from '../identity/viewer.ts'
import { coded } from './errors.ts'

/** What resolvers know of a request or socket. The database is left out: its type would slow down the compiler. */
export interface Context {
  /** Who is calling; null for nobody. */
  viewer: Viewer | null
  /** Credentials were presented but refused. */
  refused: boolean
  /** When the session expires; null for keys and for nobody. */
  expiresAt: Date | null
  /** The Origin header, by which openSession identifies the page. */
  origin: string | null
  /** The caller's network address. */
  address: string
  /** The row of a calling customer, if the request has read it already. */
  customer?: CustomerRow
  /**
   * Throws UNAUTHENTICATED once the viewer's session, secret, origin, operator or key is no longer valid, or grants
   * other rights than when the socket was opened.
   */
  recheck(): Promise<void>
}

/** What the API shows of a customer. */
export type CustomerRow = Pick<Customer, 'id' | 'email' | 'nickname' | 'locale' | 'createdAt'>

export interface Caller {
  authorization: string | null
  origin: string | null
  address: string
}

/** The only way from a request, or a socket's `connection_init`, to a viewer. */
export async function contextFor({ authorization, origin, address }: Caller): Promise<Context> {
  const bearer = authorization?.match(/^Bearer (\S+)$/i)?.[1] ?? ''
  const credential = authorization === null ? null : await readCredential(bearer)
  return {
    viewer: credential?.viewer ?? null,
    refused: authorization !== null && !credential,
    expiresAt: credential?.expiresAt ?? null,
    origin,
    address,
    async recheck() {
      const now = await readCredential(bearer)
      if (isDeepStrictEqual(now?.viewer, credential?.viewer)) return
      throw sessionEnded()
    },
  }
}

export function contextOfRequest(request: IncomingMessage): Promise<Context> {
  const { authorization = null, origin = null } = request.headers
  return contextFor({ authorization, origin, address: addressOf(request) })
}

/** For a viewer who was signed in until a moment ago. */
export const sessionEnded = () =>
  coded('UNAUTHENTICATED', 'The session has ended or its permissions have changed')

/** A context for a known viewer, or for nobody, outside GraphQL. */
export function contextOf(viewer: Viewer | null, address: string, customer?: CustomerRow): Context {
  return { viewer, refused: false, expiresAt: null, origin: null, address, customer, recheck: async () => {} }
}

/** The viewer, who must belong to a website. Throws the same errors as a scope. */
export function member(context: Context): Member {
  if (context.viewer && context.viewer.kind !== 'root') return context.viewer
  throw notYours(context, 'member')
}

/** Throws the same errors as a scope: for a right that depends on what is changed. */
export function demand(context: Context, right: keyof Scopes): void {
  if (!scopesOf(context.viewer)[right]) throw notYours(context, right)
}

/** UNAUTHENTICATED for nobody; FORBIDDEN for a viewer without that right, with the scopes that a key lacks. */
export function notYours({ viewer, refused }: Context, right: keyof Scopes) {
  if (!viewer) return coded('UNAUTHENTICATED', refused ? 'Invalid credentials' : 'Sign in first')
  const missing = viewer.kind === 'integration' ? missingScopes(right, viewer.scopes) : null
  return coded('FORBIDDEN', audienceOf(right), missing ? { missingScopes: missing } : {})
}

/** Stable name of the caller, for limits and idempotency keys. */
export function callerId(context: Context): string {
  const { viewer } = context
  if (!viewer) return `address:${context.address}`
  return viewer.kind === 'root' ? 'root' : `${viewer.kind}:${viewer.id}`
}
