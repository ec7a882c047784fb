import { parse } from 'tldts'
import { z } from 'zod'
import { frameAncestors, loopbackHosts } from '../identity/referrer.ts'
import { broken } from '../text/broken.ts'

/**
 * The canonical form of an allowed domain (lower case, punycode), or null if it is invalid: a host, or `*.` and a host;
 * no public suffix, scheme, port or path. Loopback hosts are for development.
 */
function canonicalDomain(text: string): string | null {
  const wildcard = text.trim().startsWith('*.')
  const host = wildcard ? text.trim().slice(2) : text.trim()
  if (/[/:@?#\s*\\%]/.test(host.replace('[::1]', '')) || !URL.canParse(`https://${host}/`)) return null
  const { hostname } = new URL(`https://${host}/`)
  if (loopbackHosts.has(hostname)) return wildcard ? null : hostname
  const { domain, isIp } = parse(hostname, { allowPrivateDomains: true })
  if (isIp) return wildcard ? null : hostname
  if (!domain || /^\.|\.$/.test(hostname)) return null
  return wildcard ? `*.${hostname}` : hostname
}

/** Rule for an allowed domain in an input. */
export const allowedDomain = z.string().transform((text, check) => {
  const domain = canonicalDomain(text)
  if (!domain) {
    const message =
      'Give a host such as app.acme.com, or *.acme.com for its subdomains, without scheme, port or path. Public suffixes are not allowed'
    check.addIssue(broken('DOMAIN_INVALID', message))
  }
  return domain ?? ''
})

/** Maximum characters of the policy with the allowed domains: proxies refuse headers of several kilobytes. */
const maxPolicyLength = 4_000

export const hasRoom = (domains: string[]) => frameAncestors(domains).length <= maxPolicyLength

export const noRoomFor = (domain: string) =>
  `${domain} does not fit: all allowed domains together may take ${maxPolicyLength.toLocaleString('en')} characters. ` +
  'Use *.acme.com to cover its subdomains'
