import { isIP } from 'node:net'
import { z } from 'zod'
import { loopbackHosts } from '../../identity/referrer.ts'
import { type Broken, broken } from '../../text/broken.ts'
import { allowsLoopback, isAllowed } from '../sending/reach.ts'

const maxLength = 2_000

/** Rule for an endpoint’s address. What its host resolves to is checked again for each connection. */
export const endpointUrl = z
  .string()
  .trim()
  .transform((text, check) => {
    const problem = problemOf(text)
    if (problem) check.addIssue(problem)
    return problem ? '' : new URL(text).href
  })

function problemOf(text: string): Broken | undefined {
  if (text.length > maxLength) {
    const message = `An address can have at most ${maxLength.toLocaleString('en')} characters`
    return broken('TOO_LONG', message, String(maxLength))
  }
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) || !URL.canParse(text)) {
    return broken('URL_INVALID', 'Give a complete address, such as https://example.com/webhooks')
  }
  const url = new URL(text)
  if (url.username || url.password) {
    return broken('URL_PASSWORD', 'The address cannot contain a user name or password')
  }
  // The hash of an address that ends with # is empty.
  if (url.href.includes('#')) return broken('URL_FRAGMENT', 'The address cannot contain a fragment (#)')
  return problemOfHost(url)
}

function problemOfHost({ protocol, hostname }: URL): Broken | undefined {
  const isLoopback = loopbackHosts.has(hostname)
  if (isLoopback && !allowsLoopback())
    return broken('URL_OF_SERVER', 'This server does not send webhooks to itself')
  if (protocol !== 'https:' && !isLoopback) return broken('URL_HTTP', 'The address must start with https://')
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) && !isAllowed(host, protocol)
    ? broken('URL_PRIVATE', 'This is not a public address')
    : undefined
}
