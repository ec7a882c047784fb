import type { Context as Call } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Claims, issueConsoleToken, readToken } from '../identity/session.ts'

const name = 'ticket-center-console'

/** Sent only to one website's console, only by its own pages, and never visible to scripts. */
const attributes = (websiteId: string, publicOrigin: string) =>
  ({
    path: `/console/${websiteId}`,
    httpOnly: true,
    sameSite: 'Strict',
    secure: publicOrigin.startsWith('https:'),
  }) as const

/** Keeps an operator signed in until the claims expire. */
export async function setConsoleCookie(call: Call, claims: Claims, publicOrigin: string): Promise<void> {
  const maxAge = Math.floor((claims.renewUntil - Date.now()) / 1_000)
  const token = issueConsoleToken(claims)
  setCookie(call, name, token, { ...attributes(claims.websiteId, publicOrigin), maxAge })
}

/** The operator identified by the request's cookie, on this website; null if there is none. */
export async function readConsoleCookie(call: Call, websiteId: string): Promise<Claims | null> {
  const token = readToken(getCookie(call, name) ?? '', 'console')
  const good = token?.claims.kind === 'operator' && token.claims.websiteId === websiteId
  return good ? token.claims : null
}

export function deleteConsoleCookie(call: Call, websiteId: string, publicOrigin: string): void {
  if (getCookie(call, name)) deleteCookie(call, name, attributes(websiteId, publicOrigin))
}
