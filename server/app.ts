import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { startScanning } from './attachments/scanning/scan-file.ts'
import { config, configure } from './config/config.ts'
import { closeDb, dbUp, openDb } from './database/db.ts'
import { demoKey, ensureDemo, linkDemo } from './demo/website.ts'
import { startErasing } from './erasure/start.ts'
import { numberingDone } from './events/numbering.ts'
import { startReacting } from './events/react.ts'
import { openTail } from './events/tail.ts'
import { closeWatch, openWatch } from './events/watch.ts'
import { startExporting } from './exports/write-export.ts'
import { createGraphql, serveGraphql } from './graphql.ts'
import { startHousekeeping } from './housekeeping.ts'
import { limitBody } from './http/arrival.ts'
import { publicOrigin, setOwnOrigin } from './http/public-origin.ts'
import { connections, prepare, refuseUnreadable } from './http/server.ts'
import { isAnswered, misdirected } from './identity/demo-hosts.ts'
import { writeUses } from './identity/last-used.ts'
import { closeInbound, inboundPort, startInbound } from './inbound/start.ts'
import { closeJobs, jobsUp, openJobs } from './jobs/jobs.ts'
import { serveLive } from './live.ts'
import { log } from './log/log.ts'
import { startRendering } from './messages/render-stored.ts'
import { planFor } from './notifications/due.ts'
import { closeTransport } from './notifications/sending/transport.ts'
import { startNotifications } from './notifications/start.ts'
import { createRoutes } from './routes.ts'
import { startFilling } from './tickets/past/fill-job.ts'
import { startFillingWords } from './tickets/search/fill-words.ts'
import { closeWakeups, openWakeups, wakeupsUp } from './wakeups/receive.ts'
import { stopDelivering } from './webhooks/deliveries/deliver.ts'
import { planWebhooks } from './webhooks/plan.ts'
import { startWebhooks } from './webhooks/start.ts'

/** Milliseconds that requests in flight have to finish at shutdown. */
const drainTime = 10_000

/**
 * Opens the database and everything over it, configured by these variables or the process's. `listen` gives the address
 * that browsers use; `close` finishes what is in flight, after which the process may create another.
 */
export async function createApp(environment?: Record<string, string | undefined>) {
  if (environment) configure(environment)
  await openDb()
  await openWakeups()
  await openTail()
  openWatch()
  await openJobs()
  if (config.demo) await ensureDemo()

  let closing = false
  let starting: Promise<string> | undefined
  const isReady = async () => !closing && wakeupsUp() && jobsUp() && (await dbUp())
  const graphql = createGraphql(config.demo ? demoKey : () => undefined)
  const answerGraphql = serveGraphql(graphql)
  const routes = getRequestListener(createRoutes({ publicOrigin, isReady }).fetch as never)
  const server = createServer(connections(), (request, response) => {
    if (!prepare(request, response)) return
    if (!isAnswered(request)) return response.writeHead(421).end(misdirected)
    limitBody(request, response)
    const serve = config.servesWeb && request.url?.split('?')[0] === '/graphql' ? answerGraphql : routes
    serve(request, response)
  })
  server.on('clientError', refuseUnreadable)
  const live = config.servesWeb ? serveLive(server, graphql) : undefined
  const stopHousekeeping = startHousekeeping()

  return {
    server,
    /** Port on which answers by email are taken; undefined where they are not. */
    inboundPort,
    listen(port = config.port, host = config.host): Promise<string> {
      starting = start(port, host)
      return starting
    },
    async close(): Promise<void> {
      closing = true
      // What has begun to start is stopped once it has.
      await starting?.catch(() => {})
      stopHousekeeping()
      closeWatch()
      await drain(server, live)
      stopDelivering(true)
      await closeJobs()
      await closeTransport()
      await writeUses()
      await numberingDone()
      await closeWakeups()
      await closeDb()
    },
  }

  async function start(port: number, host: string): Promise<string> {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
    const { port: actualPort } = server.address() as AddressInfo
    setOwnOrigin(`http://${host === '127.0.0.1' ? 'localhost' : host}:${actualPort}`)
    const origin = publicOrigin()
    if (config.demo) await linkDemo(origin)
    warnOfSettings(origin)
    if (config.runsJobs) await startJobs(origin)
    return origin
  }
}

function warnOfSettings(origin: string): void {
  const { demo, demoIsPublic, runsJobs, smtpUrl, publicUrl } = config
  if (demoIsPublic) {
    log.warn(
      'DEMO is on and HOST is not a loopback address: anybody who reaches this port can administer the demo',
    )
  }
  if (runsJobs && smtpUrl && !publicUrl) {
    log.warn({ origin }, 'PUBLIC_URL is not set: links in emails point here')
  }
  if (runsJobs && !smtpUrl && !demo) log.warn('SMTP_URL is not set: emails are written to DATA_DIR/mail')
}

/** Finishes what is being answered or received. */
async function drain(server: Server, live: ReturnType<typeof serveLive> | undefined): Promise<void> {
  // An event stream never finishes on its own, nor does the socket of a reader that has stopped reading.
  const timeout = setTimeout(() => {
    live?.terminate()
    server.closeAllConnections()
  }, drainTime)
  await live?.dispose()
  const closed = new Promise((resolve) => server.close(resolve))
  // Those that answer something now would afterwards wait for another request.
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  await Promise.all([closed, closeInbound()])
  clearTimeout(timeout)
  clearInterval(sweep)
}

async function startJobs(origin: string): Promise<void> {
  await startRendering()
  await startNotifications(origin)
  await startWebhooks(origin)
  await startReacting([planFor, planWebhooks])
  await startFilling()
  await startFillingWords()
  await startScanning()
  await startExporting()
  await startErasing()
  await startInbound()
}
