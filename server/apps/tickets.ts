import type { ServerResponse } from 'node:http'
import { GraphQLError } from 'graphql'
import type { Context as Call } from 'hono'
import { contextOf } from '../api/context.ts'
import { shownCategoryName } from '../categories/category.ts'
import { customHead } from '../customization/custom-head.ts'
import type { CustomHead } from '../customization/sanitize-head.ts'
import { schemeOf, themeOf } from '../html/color-scheme.ts'
import { sourceHash } from '../html/html.ts'
import { refusalPage } from '../html/refusal.ts'
import { answer } from '../http/answer.ts'
import { frameAncestors } from '../identity/referrer.ts'
import { issueSession } from '../identity/session.ts'
import { websiteAccess } from '../identity/website.ts'
import { chooseLanguage } from '../languages/choose-language.ts'
import { enter } from '../sessions/enter.ts'
import { readParameters } from '../sessions/parameters.ts'
import { visit } from '../sessions/visit.ts'
import type { Addresses } from './addresses.ts'
import { appDocument } from './app-document.ts'
import { appPolicy } from './app-policy.ts'
import { fromVite } from './client-files.ts'
import { draftIn } from './draft.ts'
import { firstScreen, visitCost } from './first-screen.ts'
import { frameApp } from './frame-app.ts'
import { lateTextsAddress } from './late-texts.ts'
import { busy, refuse } from './refuse.ts'

/** `GET /tickets/:websiteId`: the iframe's document, which may be embedded under any embedder policy. */
export function ticketsPage(call: Call, addresses: Addresses): Promise<Response> {
  // Adding a header to a Response copies all of them.
  const response: ServerResponse = call.env.outgoing
  response.setHeader('cross-origin-embedder-policy', 'credentialless')
  response.setHeader('cross-origin-resource-policy', 'cross-origin')
  return frameDocument(call, addresses)
}

async function frameDocument(call: Call, { address, publicOrigin }: Addresses): Promise<Response> {
  const website = await websiteAccess((call.req.param('websiteId') ?? '').toLowerCase())
  const referer = call.req.header('referer')
  const policyFor = (page: string | undefined) => [
    frameAncestors(website?.domains ?? [], page),
    'sandbox allow-scripts allow-forms allow-popups',
  ]
  const policy = policyFor(referer)
  const url = new URL(call.req.url)
  const reader = {
    locale: url.searchParams.get('locale'),
    acceptLanguage: call.req.header('accept-language'),
    theme: url.searchParams.get('theme'),
  }
  const refused = (status: 400 | 401 | 403 | 404, reason: string) => {
    const { html, styleHash } = refusalPage('refused', reader)
    const own = [`default-src 'none'; style-src ${styleHash}`, ...policy]
    return refuse(call, { status, reason, address, websiteId: website?.id, html, policy: own })
  }

  if (!website) return refused(404, 'unknown website')
  const parameters = readParameters(url)
  if (!parameters) return refused(400, 'email or hmac malformed or given twice')
  const destination = call.req.header('sec-fetch-dest')
  if (destination && destination !== 'iframe') {
    const { html, styleHash } = refusalPage('outside', reader)
    return answer(call, html, [`default-src 'none'; style-src ${styleHash}`, ...policy], 403)
  }
  const visitor = await visit(website, parameters, referer, publicOrigin)
  if (!('proof' in visitor)) return refused(visitor.status, visitor.reason)
  const entered = await enter(visitor.proof, address, visitCost())
  if (entered instanceof GraphQLError) {
    const { html, styleHash } = refusalPage('busy', reader)
    return busy(call, entered, html, [`default-src 'none'; style-src ${styleHash}`, ...policy])
  }
  if (typeof entered === 'string') return refused(401, entered)

  const { claims, viewer, customer } = entered
  const language = chooseLanguage(claims.unverified.locale, website.locale)
  const theme = themeOf(parameters.theme)
  const context = contextOf(viewer, address, customer)
  const data = await firstScreen(context, call.req.raw.signal)
  const category = parameters.category && (await shownCategoryName(parameters.category.trim(), context))
  const draft = draftIn({ ...parameters, category }, data)
  const boot = {
    session: issueSession(claims),
    seen: visitor.seen,
    locale: language.locale,
    late: lateTextsAddress(language, publicOrigin),
    ticket: parameters.ticket ?? (draft && 'new'),
    draft,
    data,
  }
  const custom = customHead(website.headHtml)
  const app = frameApp(language)
  const document = appDocument({
    title: website.name,
    locale: boot.locale,
    dir: language.direction,
    colorScheme: schemeOf(theme, website.colorScheme),
    fixedScheme: theme !== null,
    app: app.markup,
    head: custom.html,
    boot,
  })
  return answer(call, document, [
    ...appPolicy(publicOrigin),
    ...(fromVite('ticket-center/main.tsx')?.policy ?? inlinePolicy(app, custom, publicOrigin)),
    [`img-src 'self' ${publicOrigin} data: blob:`, ...custom.origins].join(' '),
    ["font-src 'self'", ...custom.origins].join(' '),
    ...policyFor(visitor.page),
  ])
}

function inlinePolicy(
  { scriptHash, styleHash }: ReturnType<typeof frameApp>,
  custom: CustomHead,
  publicOrigin: string,
): string[] {
  return [
    `script-src ${scriptHash} ${publicOrigin}/assets/`,
    ['style-src', styleHash, ...custom.styleTexts.map(sourceHash), ...custom.origins].join(' '),
  ]
}
