import { isIP } from 'node:net'
import { z } from 'zod'
import { loopbackHosts } from '../../identity/referrer.ts'
import { allowsLoopback, isAllowed } from '../sending/reach.ts'

const maxLength = 2_000

/** Rule for an endpoint’s address. What its host resolves to is checked again for each connection. */
export const endpointUrl = z
  .string()
  .trim()
  .transform((text, check) => {
    const problem = problemOf(text)
    if (problem) check.addIssue({ code: 'custom', message: problem })
    return problem ? '' : new URL(text).href
  })

function problemOf(text: string): string | undefined {
  if (text.length > maxLength)
    return `An address can have at most ${maxLength.toLocaleString('en')} characters`
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) || !URL.canParse(text)) {
    return 'Give a complete address, such as https://example.com/webhooks'
  }
  const url = new URL(text)
  if (url.username || url.password) return 'The address cannot contain a user name or password'
  if (url.hash) return 'The address cannot contain a fragment (#)'
  return problemOfHost(url)
}

function problemOfHost({ protocol, hostname }: URL): string | undefined {
  const isLoopback = loopbackHosts.has(hostname)
  if (isLoopback && !allowsLoopback()) return 'This server does not send webhooks to itself'
  if (protocol !== 'https:' && !isLoopback) return 'The address must start with https://'
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) && !isAllowed(host, protocol) ? 'This is not a public address' : undefined
}
