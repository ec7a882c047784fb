import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Context as Call } from 'hono'
import { collectDefaultMetrics, register } from 'prom-client'
import { config } from './config/config.ts'
import { isLocal } from './identity/caller-address.ts'
import { hostOf, loopbackHosts } from './identity/referrer.ts'
import { sha256 } from './keys/keys.ts'

collectDefaultMetrics()

/** `GET /metrics` for Prometheus: with METRICS_TOKEN as bearer token, or only on this machine if it is not set. */
export async function metrics(call: Call<{ Bindings: { incoming: IncomingMessage } }>): Promise<Response> {
  const { metricsToken } = config
  if (metricsToken && !isBearer(call.req.header('authorization'), metricsToken)) {
    return call.text('Send METRICS_TOKEN as the bearer', 401, { 'www-authenticate': 'Bearer' })
  }
  const host = hostOf(`http://${call.req.header('host')}`)
  if (!metricsToken && !(isLocal(call.env.incoming) && host && loopbackHosts.has(host))) {
    return call.text('Metrics are for this machine only: set METRICS_TOKEN to read them from elsewhere', 403)
  }
  return call.text(await register.metrics(), 200, { 'content-type': register.contentType })
}

function isBearer(authorization: string | undefined, token: string): boolean {
  const given = /^Bearer (.*)$/i.exec(authorization ?? '')?.[1] ?? ''
  return timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(token)))
}
