import type { ServerResponse } from 'node:http'
import { GraphQLError } from 'graphql'
import type { Context as Call } from 'hono'
import { type Refusal, refusalPage } from '../html/refusal.ts'
import { answer } from '../http/answer.ts'
import { frameAncestors } from '../identity/referrer.ts'
import { websiteAccess } from '../identity/website.ts'
import { enter } from '../sessions/enter.ts'
import { readParameters } from '../sessions/parameters.ts'
import { visit } from '../sessions/visit.ts'
import type { Addresses } from './addresses.ts'
import { visitCost } from './first-screen.ts'
import { frameDocument } from './frame-document.ts'
import { busy, refuse } from './refuse.ts'

/** `GET /tickets/:websiteId`: the iframe's document, which may be embedded under any embedder policy. */
export function ticketsPage(call: Call, addresses: Addresses): Promise<Response> {
  // Adding a header to a Response copies all of them.
  const response: ServerResponse = call.env.outgoing
  response.setHeader('cross-origin-embedder-policy', 'credentialless')
  response.setHeader('cross-origin-resource-policy', 'cross-origin')
  return admit(call, addresses)
}

/** Responds with the document, or with a page if something about the visit is wrong. */
async function admit(call: Call, { address, publicOrigin }: Addresses): Promise<Response> {
  const website = await websiteAccess((call.req.param('websiteId') ?? '').toLowerCase())
  const referer = call.req.header('referer')
  const policyFor = (page: string | undefined) => [
    frameAncestors(website?.domains ?? [], page),
    'sandbox allow-scripts allow-forms allow-popups',
  ]
  const url = new URL(call.req.url)
  const reader = {
    locale: url.searchParams.get('locale'),
    acceptLanguage: call.req.header('accept-language'),
    theme: url.searchParams.get('theme'),
  }
  const pageOf = (kind: Refusal) => {
    const { html, styleHash } = refusalPage(kind, reader)
    return { html, policy: [`default-src 'none'; style-src ${styleHash}`, ...policyFor(referer)] }
  }
  const refused = (status: 400 | 401 | 403 | 404, reason: string) =>
    refuse(call, { status, reason, address, websiteId: website?.id, ...pageOf('refused') })

  if (!website) return refused(404, 'unknown website')
  const parameters = readParameters(url)
  if (!parameters) return refused(400, 'email or hmac malformed or given twice')
  const destination = call.req.header('sec-fetch-dest')
  if (destination && destination !== 'iframe') {
    const { html, policy } = pageOf('outside')
    return answer(call, html, policy, 403)
  }
  const visitor = await visit(website, parameters, referer, publicOrigin)
  if (!('proof' in visitor)) return refused(visitor.status, visitor.reason)
  const entered = await enter(visitor.proof, address, visitCost())
  if (entered instanceof GraphQLError) {
    const { html, policy } = pageOf('busy')
    return busy(call, entered, html, policy)
  }
  if (typeof entered === 'string') return refused(401, entered)
  const admitted = { website, parameters, entered, seen: visitor.seen, address, publicOrigin }
  const { document, policy } = await frameDocument(admitted, call.req.raw.signal)
  return answer(call, document, [...policy, ...policyFor(visitor.page)])
}
