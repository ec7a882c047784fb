import type { GraphQLError } from 'graphql'
import type { Context as Call } from 'hono'
import { contextOf } from '../api/context.ts'
import { countCost } from '../api/prices.ts'
import { spend } from '../cost/allowance.ts'
import { executeInTurn } from '../cost/take-turns.ts'
import { noteUse } from '../identity/last-used.ts'
import { websiteAccess } from '../identity/website.ts'
import { identify } from '../sessions/identify.ts'
import { readParameters } from '../sessions/parameters.ts'
import { allowedOrigin } from '../sessions/sign-in.ts'
import { countUnread } from '../tickets/list/unread.ts'
import type { Addresses } from './addresses.ts'
import { countRefusal } from './refuse.ts'

/**
 * `GET /tickets/:websiteId/unread`: how many of a customer's tickets have messages that they have not read, for a badge
 * outside the frame. A page on an allowed domain asks with the frame's `email` and `hmac`; no session is opened.
 */
export async function unreadCount(call: Call, { address, publicOrigin }: Addresses): Promise<Response> {
  const website = await websiteAccess((call.req.param('websiteId') ?? '').toLowerCase())
  const page = askingPage(call, publicOrigin)
  call.header('vary', 'origin')
  if (website && page && allowedOrigin(website, page)) {
    call.header('access-control-allow-origin', new URL(page).origin)
  }
  const refused = async (status: 400 | 401 | 403 | 404, reason: string) => {
    const limited = await countRefusal({ reason, address, websiteId: website?.id })
    return limited ? tooMany(call, limited) : call.json({ error: 'Refused' }, status)
  }

  if (!website) return refused(404, 'unknown website')
  const parameters = readParameters(new URL(call.req.url))
  if (!parameters) return refused(400, 'email or hmac malformed or given twice')
  const identified = await identify(website, parameters, page)
  if (!('proof' in identified)) return refused(identified.status, identified.reason)
  const { viewer, claims } = identified.proof
  const context = contextOf(viewer, address)
  const { refusal } = await spend(context, countCost)
  if (refusal) return tooMany(call, refusal)
  noteUse('signingSecret', claims.secretId)
  const count = () => countUnread({ websiteId: website.id }, viewer)
  const unread = await executeInTurn('read', context, call.req.raw.signal, count)
  if (typeof unread === 'object') return call.body(null, 503)
  call.header('cache-control', 'private, max-age=10')
  return call.json({ unread })
}

/** The origin of the page that asks; browsers do not name it to the page's own server. */
function askingPage(call: Call, publicOrigin: string): string | undefined {
  const own = call.req.header('sec-fetch-site') === 'same-origin' ? publicOrigin : undefined
  return call.req.header('origin') ?? own
}

function tooMany(call: Call, { extensions }: GraphQLError): Response {
  call.header('retry-after', String(extensions.retryAfter))
  return call.json({ error: 'Too many requests' }, 429)
}
