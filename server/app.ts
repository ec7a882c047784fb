import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context as Call, Hono } from 'hono'
import { collectDefaultMetrics, register } from 'prom-client'
import { addressOf } from './address.ts'
import { config } from './config.ts'
import { closeDb, openDb, pingDb } from './db.ts'
import { demoKey, ensureDemo } from './demo.ts'
import { closeEvents, eventsUp, openEvents } from './events.ts'
import { createGraphql } from './graphql.ts'
import { serveLive } from './live.ts'
import { log } from './log.ts'
import { answer } from './pages/answer.ts'
import { clientFiles } from './pages/client-files.ts'
import { consolePage } from './pages/console.ts'
import { demoConsole, demoPage } from './pages/demo.ts'
import { notFound } from './pages/refusal.ts'
import { ticketsPage } from './pages/tickets.ts'
import { sdl } from './print-schema.ts'
import { writeSecretUse } from './sessions/secret-use.ts'

/** Milliseconds within which a request, body included, must have arrived. */
const requestTimeout = 10_000

type Bindings = { incoming: IncomingMessage }

/** Opens the database and everything over it. `listen` gives the address that browsers use; `close` finishes what is in flight. */
export async function createApp() {
  await openDb()
  await openEvents()
  if (config.demo) await ensureDemo()

  let origin = config.publicUrl ?? ''
  let closing = false
  const graphql = createGraphql(config.demo ? demoKey : () => undefined)
  const routes = new Hono<{ Bindings: Bindings }>()
  const place = (call: Call) => ({ address: addressOf(call.env.incoming), publicOrigin: origin })

  routes.get('/tickets/:websiteId', (call) => ticketsPage(call, place(call)))
  // The path of the hosted product: moving here changes the host alone.
  routes.get('/:product{urn:crisp\\.im:ticket-center:0}/tickets/:websiteId', (call) =>
    ticketsPage(call, place(call)),
  )
  routes.get('/console/:websiteId', (call) => consolePage(call, place(call)))
  routes.get('/schema.graphql', (call) => call.text(sdl))
  routes.get('/livez', (call) => call.text('ok'))
  routes.get('/readyz', async (call) => {
    const ready =
      !closing &&
      eventsUp() &&
      (await pingDb().then(
        () => true,
        () => false,
      ))
    return ready ? call.text('ok') : call.body(null, 503)
  })
  routes.get('/metrics', async (call) =>
    call.text(await register.metrics(), 200, { 'content-type': register.contentType }),
  )
  routes.get('/favicon.ico', (call) => call.body(null, 204))
  routes.use('/assets/*', serveStatic({ root: clientFiles, onFound: (_path, call) => assetHeaders(call) }))
  if (config.demo) {
    routes.get('/', (call) => demoPage(call, origin))
    routes.get('/demo/console', demoConsole)
  }
  routes.notFound((call) =>
    answer(
      call,
      notFound.html,
      [`default-src 'none'; style-src ${notFound.styleHash}`, "frame-ancestors 'none'"],
      404,
    ),
  )
  routes.onError((error, call) => {
    log.error({ err: error, path: call.req.path }, 'request failed')
    return call.body(null, 503)
  })

  const rest = getRequestListener(routes.fetch as never)
  const server = createServer({ requestTimeout }, (request, response) => {
    const path = request.url?.split('?')[0]
    if (path === '/graphql') graphql(request, response)
    else rest(request, response)
  })
  const live = serveLive(server, graphql)

  return {
    server,
    async listen(port = config.port, host = config.host): Promise<string> {
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
      origin ||= `http://${host === '127.0.0.1' ? 'localhost' : host}:${(server.address() as AddressInfo).port}`
      return origin
    },
    async close(): Promise<void> {
      closing = true
      await live.dispose()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      await closed
      await writeSecretUse()
      await closeEvents()
      await closeDb()
    },
  }
}

function assetHeaders(call: Call) {
  call.header('cache-control', 'public, max-age=31536000, immutable')
  call.header('access-control-allow-origin', '*')
  call.header('cross-origin-resource-policy', 'cross-origin')
  call.header('x-content-type-options', 'nosniff')
}

collectDefaultMetrics()
