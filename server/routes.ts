import type { IncomingMessage } from 'node:http'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context as Call, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { routePath } from 'hono/route'
import { clientFiles, loaderFile } from './apps/client-files.ts'
import { consolePage } from './apps/console.ts'
import { closeConsoleSession, fromConsoleOnly, openConsoleSession } from './apps/console-session.ts'
import { lateTexts } from './apps/late-texts.ts'
import { ticketsPage } from './apps/tickets.ts'
import { unreadCount } from './apps/unread.ts'
import { serveFile } from './attachments/serve-file.ts'
import { takeUpload, uploadPreflight } from './attachments/take-upload.ts'
import { config } from './config/config.ts'
import { demoEmail, demoEmailFile, demoEmailHtml, demoMailbox } from './demo/mailbox.ts'
import { demoConsole, demoPage } from './demo/page.ts'
import { chargeEmailPage } from './email-pages/charge.ts'
import { acceptEmailInvitation, emailInvitation } from './email-pages/confirm.ts'
import { changeEmailPreferences, emailPreferences } from './email-pages/preferences.ts'
import { serveExport } from './exports/serve-export.ts'
import { refusalPage } from './html/refusal.ts'
import { answer } from './http/answer.ts'
import { addressOf } from './identity/caller-address.ts'
import { log } from './log/log.ts'
import { metrics } from './metrics.ts'
import { sdl } from './print-schema.ts'
import { documentPaths } from './sessions/document-paths.ts'

interface Server {
  /** Where browsers reach the server. */
  publicOrigin: () => string
  isReady: () => Promise<boolean>
}

/** Maximum bytes of a form on the pages that emails link to. */
const emailFormLimit = 4 * 1024

/** Every route except `/graphql`. A process that only works on jobs has no routes but health and metrics. */
export function createRoutes({ publicOrigin, isReady }: Server) {
  const routes = new Hono<{ Bindings: { incoming: IncomingMessage } }>()
  const addresses = (call: Call) => ({ address: addressOf(call.env.incoming), publicOrigin: publicOrigin() })

  routes.get('/livez', (call) => call.text('ok'))
  routes.get('/readyz', async (call) => ((await isReady()) ? call.text('ok') : call.body(null, 503)))
  routes.get('/metrics', metrics)
  routes.onError((error, call) => {
    log.error({ err: error, route: routePath(call) }, 'request failed')
    return call.body(null, 503)
  })
  if (!config.servesWeb) return routes

  for (const path of documentPaths) {
    routes.get(path, (call) => ticketsPage(call, addresses(call)))
    routes.get(`${path}/unread`, (call) => unreadCount(call, addresses(call)))
  }
  routes.on(['POST', 'DELETE'], '/console/:websiteId/session', fromConsoleOnly)
  routes.post('/console/:websiteId/session', (call) => openConsoleSession(call, addresses(call)))
  routes.delete('/console/:websiteId/session', (call) => closeConsoleSession(call, addresses(call)))
  routes.get('/console/:websiteId/*', (call) => consolePage(call, addresses(call)))
  routes.use('/mail/*', bodyLimit({ maxSize: emailFormLimit, onError: tooLarge }))
  routes.use('/mail/*', (call, next) => chargeEmailPage(call, addressOf(call.env.incoming), next))
  routes.get('/mail/confirm/:token', emailInvitation).post(acceptEmailInvitation)
  routes.get('/mail/:token', emailPreferences).post(changeEmailPreferences)
  const { inboundDomain, inboundSecret } = config
  if (inboundDomain && inboundSecret) {
    routes.post('/inbound', async (call) => {
      const { takeEmail } = await import('./inbound/receiving/http.ts')
      return takeEmail(call, inboundSecret)
    })
  }
  routes.options('/uploads/:id', uploadPreflight)
  routes.put('/uploads/:id', (call) => takeUpload(call, addressOf(call.env.incoming)))
  routes.get('/files/:id/:name', (call) => serveFile(call, addressOf(call.env.incoming)))
  routes.get('/exports/:id/:name', (call) => serveExport(call, addressOf(call.env.incoming)))
  routes.get('/schema.graphql', (call) => call.text(sdl))
  routes.get('/favicon.ico', (call) => call.body(null, 204))
  routes.get('/assets/:file{texts-.+}', lateTexts)
  routes.use(
    '/assets/*',
    serveStatic({ root: clientFiles, precompressed: true, onFound: (_path, call) => assetHeaders(call) }),
  )
  routes.get(
    '/embed.js',
    serveStatic({ path: loaderFile, precompressed: true, onFound: (_path, call) => loaderHeaders(call) }),
  )
  if (config.demo) {
    routes.get('/', (call) => demoPage(call, publicOrigin()))
    routes.get('/demo/console', demoConsole)
    routes.get('/demo/mail', demoMailbox)
    routes.get('/demo/mail/:name', demoEmail)
    routes.get('/demo/mail/:name/html', demoEmailHtml)
    routes.get('/demo/mail/:name/raw', demoEmailFile)
  }
  routes.notFound(notFound)
  return routes
}

function notFound(call: Call): Promise<Response> {
  const { html, styleHash } = refusalPage('notFound', { acceptLanguage: call.req.header('accept-language') })
  return answer(call, html, [`default-src 'none'; style-src ${styleHash}`, "frame-ancestors 'none'"], 404)
}

const tooLarge = (call: Call) => call.text('The form is too large.', 413)

function assetHeaders(call: Call) {
  call.header('cache-control', 'public, max-age=31536000, immutable')
  publicHeaders(call)
}

/** Its address stays the same when its contents change. */
function loaderHeaders(call: Call) {
  call.header('cache-control', 'public, max-age=3600')
  publicHeaders(call)
}

/** For files that pages of any origin may load. */
function publicHeaders(call: Call) {
  call.header('access-control-allow-origin', '*')
  call.header('cross-origin-resource-policy', 'cross-origin')
  call.header('x-content-type-options', 'nosniff')
}
