import type { Context as Call, Next } from 'hono'
import { contextOf } from '../api/context.ts'
import { encodeGlobalID } from '../api/global-id.ts'
import { writeCost } from '../api/prices.ts'
import { spend } from '../cost/allowance.ts'
import { db } from '../database/db.ts'
import { issueAccess } from '../identity/session.ts'
import { sessionViewer } from '../identity/viewer.ts'
import { chooseConsoleLanguage } from '../languages/choose-console-language.ts'
import { endSession } from '../sessions/end-session.ts'
import type { Addresses } from './addresses.ts'
import { deleteConsoleCookie, readConsoleCookie } from './console-cookie.ts'

const websiteIdOf = (call: Call) => (call.req.param('websiteId') ?? '').toLowerCase()

/**
 * Accepts only the console's own pages. Other sites cannot send JSON without a preflight, which is never granted; where
 * browsers name the sender, that is checked, too.
 */
export async function fromConsoleOnly(call: Call, next: Next): Promise<Response | undefined> {
  call.header('cache-control', 'no-store')
  call.header('x-content-type-options', 'nosniff')
  const site = call.req.header('sec-fetch-site')
  if (site && site !== 'same-origin') return call.json({ error: 'Only the console itself may ask' }, 403)
  const [type = ''] = (call.req.header('content-type') ?? '').split(';')
  if (call.req.method === 'POST' && type.trim().toLowerCase() !== 'application/json') {
    return call.json({ error: 'Send JSON with the content type application/json' }, 415)
  }
  await next()
}

/** `POST /console/:websiteId/session`: a session for the operator in the cookie, and the language to show them. */
export async function openConsoleSession(
  call: Call,
  { address, publicOrigin }: Addresses,
): Promise<Response> {
  const websiteId = websiteIdOf(call)
  const claims = await readConsoleCookie(call, websiteId)
  const viewer = claims && (await sessionViewer(claims))
  if (!viewer) {
    deleteConsoleCookie(call, websiteId, publicOrigin)
    return call.json({ error: 'Nobody is signed in' }, 401)
  }
  const { refusal } = await spend(contextOf(viewer, address), writeCost)
  if (refusal) {
    call.header('retry-after', String(refusal.extensions.retryAfter))
    return call.json({ error: refusal.message }, 429)
  }
  const operator = await db.operator.findUnique({ where: { id: claims.id }, select: { locale: true } })
  const language = chooseConsoleLanguage(call.req.header('accept-language'), operator?.locale)
  const operatorId = encodeGlobalID('Operator', claims.id)
  return call.json({ session: issueAccess(claims), operatorId, language })
}

/** `DELETE /console/:websiteId/session`: signs out, in every tab. */
export async function closeConsoleSession(call: Call, { publicOrigin }: Addresses): Promise<Response> {
  const websiteId = websiteIdOf(call)
  const claims = await readConsoleCookie(call, websiteId)
  if (claims) await endSession(claims)
  deleteConsoleCookie(call, websiteId, publicOrigin)
  return call.body(null, 204)
}
