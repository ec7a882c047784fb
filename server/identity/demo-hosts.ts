import type { IncomingMessage } from 'node:http'
import { config } from '../config/config.ts'
import { hostOf, loopbackHosts } from './referrer.ts'

/**
 * Whether a request may be answered. In demo mode everybody who reaches this machine is an administrator, and any page
 * can point a domain of its own to it (DNS rebinding): only this machine's names and PUBLIC_URL's are answered.
 */
export function isAnswered({ headers }: IncomingMessage): boolean {
  if (!config.demo) return true
  const host = hostOf(`http://${headers.host}`)
  return host !== null && (loopbackHosts.has(host) || host === hostOf(config.publicUrl))
}

export const misdirected = 'The demo answers only on localhost and PUBLIC_URL.'
