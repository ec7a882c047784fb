import { GraphQLError } from 'graphql'
import type { Context as Call } from 'hono'
import { v7 as newId } from 'uuid'
import { answer } from '../http/answer.ts'
import { isUuid } from '../identity/uuid.ts'
import { type WebsiteAccess, websiteAccess } from '../identity/website.ts'
import { consoleEnglish, consoleTexts } from '../languages/catalogues.ts'
import { chooseConsoleLanguage } from '../languages/choose-console-language.ts'
import { enter } from '../sessions/enter.ts'
import { proveOperator } from '../sessions/sign-in.ts'
import { proveByLink } from '../sessions/sign-in-by-link.ts'
import type { Addresses } from './addresses.ts'
import { appDocument } from './app-document.ts'
import { appPolicy } from './app-policy.ts'
import { consoleFiles, fromVite } from './client-files.ts'
import { setConsoleCookie } from './console-cookie.ts'
import { busy, refuse } from './refuse.ts'

/**
 * `GET /console/:websiteId[/…]`: the operators' console, a shell without data that only the browser’s languages change. A
 * sign-in link sets a cookie and redirects to the address without the link.
 */
export async function consolePage(call: Call, { address, publicOrigin }: Addresses): Promise<Response> {
  const websiteId = (call.req.param('websiteId') ?? '').toLowerCase()
  if (!isUuid(websiteId)) return call.notFound()
  const url = new URL(call.req.url)
  const shell = consoleShell(call, publicOrigin)

  const { searchParams } = url
  if ((searchParams.has('hmac') || searchParams.has('token')) && call.req.method === 'GET') {
    if (!isVisit(call)) return call.body(null, 403, { 'cache-control': 'no-store' })
    const entered = await signIn(websiteId, searchParams, address)
    if (entered instanceof GraphQLError) return busy(call, entered, shell.html, shell.policy)
    if (typeof entered === 'string') {
      return refuse(call, { status: 401, reason: entered, address, websiteId, ...shell })
    }
    // Identifies the session, so that signing out can end it.
    await setConsoleCookie(call, { ...entered.claims, sessionId: newId() }, publicOrigin)
  }
  const clean = cleanAddress(url)
  if (clean !== url.pathname + url.search) {
    call.header('cache-control', 'no-store')
    call.header('referrer-policy', 'no-referrer')
    return call.redirect(clean, 303)
  }
  return answer(call, shell.html, shell.policy)
}

/** Whether somebody opens the page: not an image or frame in another page, nor a prefetch. */
function isVisit(call: Call): boolean {
  const destination = call.req.header('sec-fetch-dest') ?? 'document'
  return destination === 'document' && !call.req.header('sec-purpose')?.includes('prefetch')
}

/** The operator that the link is for, or the reason for refusing it. */
async function signIn(websiteId: string, query: URLSearchParams, address: string) {
  const website = await websiteAccess(websiteId)
  if (!website) return 'unknown website'
  const proof = await readLink(website, query)
  return typeof proof === 'string' ? proof : enter(proof, address)
}

function readLink(website: WebsiteAccess, query: URLSearchParams) {
  const token = query.get('token')
  if (token !== null) return proveByLink(website.id, token)
  const expires = Number(query.get('expires'))
  if (!Number.isSafeInteger(expires)) return 'expires malformed'
  const link = { email: query.get('email') ?? '', hmac: query.get('hmac') ?? '', expires }
  return proveOperator(website, link, null)
}

/** The address without arguments: enough for a reload, the browser's history or a colleague. */
function cleanAddress({ pathname, searchParams }: URL): string {
  const [, , websiteId = '', ...place] = pathname.split('/')
  const ticket = searchParams.get('ticket') ?? ''
  const rest = /^[\w-]{1,100}$/.test(ticket) ? ['tickets', ticket] : place
  return ['/console', websiteId.toLowerCase(), ...rest].join('/')
}

function consoleShell(call: Call, publicOrigin: string) {
  const { locale, tag } = chooseConsoleLanguage(call.req.header('accept-language'))
  const { 'app.title': title } = consoleTexts.get(tag) ?? consoleEnglish
  const app = fromVite('console/main.tsx') ?? fromAssets(tag)
  return {
    html: appDocument({ title, locale, texts: tag, app: `${app.head}\n${app.script}` }),
    policy: [
      ...appPolicy(publicOrigin),
      ...app.policy,
      `img-src 'self' ${publicOrigin} data:`,
      "font-src 'self'",
      "frame-ancestors 'none'",
    ],
  }
}

function fromAssets(tag: string) {
  const { script, styles, textsIn } = consoleFiles()
  const texts = textsIn(tag)
  const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`)
  return {
    head: [...links, ...(texts ? [`<link rel="modulepreload" href="${texts}">`] : [])].join('\n'),
    script: `<script type="module" src="${script}"></script>`,
    policy: ["script-src 'self'", "style-src 'self'"],
  }
}
