import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { deleteFiles, forgetOldUploads } from './attachments/delete-files.ts'
import { startScanning } from './attachments/scanning/scan-file.ts'
import { config } from './config/config.ts'
import { closeDb, dbUp, openDb } from './database/db.ts'
import { demoKey, ensureDemo, linkDemo } from './demo/website.ts'
import { numberingDone } from './events/numbering.ts'
import { startReacting } from './events/react.ts'
import { openTail } from './events/tail.ts'
import { closeWatch, openWatch } from './events/watch.ts'
import { createGraphql, serveGraphql } from './graphql.ts'
import { limitBody } from './http/arrival.ts'
import { publicOrigin, setPublicOrigin } from './http/public-origin.ts'
import { connections, prepare } from './http/server.ts'
import { isAnswered, misdirected } from './identity/demo-hosts.ts'
import { writeUses } from './identity/last-used.ts'
import { forgetOldEmails } from './inbound/forget.ts'
import { closeInbound, inboundPort, startInbound } from './inbound/start.ts'
import { closeJobs, jobsUp, openJobs } from './jobs/jobs.ts'
import { serveLive } from './live.ts'
import { log } from './log/log.ts'
import { forgetOldKeys } from './messages/idempotency.ts'
import { startRendering } from './messages/render-stored.ts'
import { planFor } from './notifications/due.ts'
import { startNotifications } from './notifications/start.ts'
import { closeTransport } from './notifications/transport.ts'
import { forgetSignInLinks } from './operators/sign-in-link.ts'
import { createRoutes } from './routes.ts'
import { forgetEndedSessions } from './sessions/end-session.ts'
import { sumCounts } from './tickets/counts.ts'
import { startFilling } from './tickets/fill-job.ts'
import { startFillingWords } from './tickets/fill-words.ts'
import { closeEvents, eventsUp, openEvents } from './wakeups/wakeups.ts'

/** Milliseconds that requests in flight have to finish at shutdown. */
const drainTime = 10_000
const minute = 60_000
const hour = 60 * minute

/** Opens the database and everything over it. `listen` gives the address that browsers use; `close` finishes what is in flight. */
export async function createApp() {
  await openDb()
  await openEvents()
  await openTail()
  openWatch()
  await openJobs()
  if (config.demo) await ensureDemo()

  let closing = false
  const isReady = async () => !closing && eventsUp() && jobsUp() && (await dbUp())
  const graphql = createGraphql(config.demo ? demoKey : () => undefined)
  const answerGraphql = serveGraphql(graphql)
  const routes = getRequestListener(createRoutes({ publicOrigin, isReady }).fetch as never)
  const server = createServer(connections, (request, response) => {
    if (!prepare(request, response)) return
    if (!isAnswered(request)) return response.writeHead(421).end(misdirected)
    limitBody(request, response)
    const serve = config.servesWeb && request.url?.split('?')[0] === '/graphql' ? answerGraphql : routes
    serve(request, response)
  })
  const live = config.servesWeb ? serveLive(server, graphql) : undefined
  const housekeeping = setInterval(() => {
    forgetOldKeys().catch((error) => log.warn({ err: error }, 'old idempotency keys were not deleted'))
    forgetOldEmails().catch((error) => log.warn({ err: error }, 'old inbound emails were not deleted'))
    forgetOldUploads().catch((error) => log.warn({ err: error }, 'old uploads were not deleted'))
    forgetSignInLinks().catch((error) => log.warn({ err: error }, 'old sign-in links were not deleted'))
    forgetEndedSessions().catch((error) => log.warn({ err: error }, 'ended sessions were not deleted'))
  }, hour).unref()
  const summing = config.runsJobs
    ? setInterval(() => {
        sumCounts().catch((error) => log.warn({ err: error }, 'counts of tickets were not summed up'))
        deleteFiles().catch((error) => log.warn({ err: error }, 'deleted files are still stored'))
      }, minute).unref()
    : undefined

  return {
    server,
    /** Port on which answers by email are taken; undefined where they are not. */
    inboundPort,
    async listen(port = config.port, host = config.host): Promise<string> {
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
      setPublicOrigin(
        `http://${host === '127.0.0.1' ? 'localhost' : host}:${(server.address() as AddressInfo).port}`,
      )
      const origin = publicOrigin()
      if (config.demo) await linkDemo(origin)
      if (config.demoIsPublic) {
        log.warn(
          'DEMO is on and HOST is not a loopback address: anybody who reaches this port can administer the demo',
        )
      }
      if (config.runsJobs) {
        await startRendering()
        if (config.smtpUrl && !config.publicUrl)
          log.warn({ origin }, 'PUBLIC_URL is not set: links in emails lead here')
        if (!config.smtpUrl && !config.demo)
          log.warn('SMTP_URL is not set: emails are written to DATA_DIR/mail')
        await startNotifications(origin)
        await startReacting([planFor])
        await startFilling()
        await startFillingWords()
        await startInbound()
        await startScanning()
      }
      return origin
    },
    async close(): Promise<void> {
      closing = true
      clearInterval(housekeeping)
      clearInterval(summing)
      closeWatch()
      // An event stream never finishes by itself, nor does the socket of a reader that has stopped reading.
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
      await closeJobs()
      await closeTransport()
      await writeUses()
      await numberingDone()
      await closeEvents()
      await closeDb()
    },
  }
}
