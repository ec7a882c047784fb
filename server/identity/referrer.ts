/** Names of this machine in addresses: only here is http acceptable. */
export const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Browsers send only the origin of a page whose address is longer (Referrer Policy, 8.4). */
const maxRefererLength = 4_096

/** Scheme and host of a Referer or Origin header, lower-cased, without the port; null unless it is an http(s) address. */
export function originOf(address: string | null | undefined): string | null {
  if (!address || address.length > maxRefererLength || !URL.canParse(address)) return null
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}` : null
}

/** Only its host. */
export function hostOf(address: string | null | undefined): string | null {
  return originOf(address)?.replace(/^https?:\/\//, '') ?? null
}

/** Whether `host` is on the list: exactly, or below a `*.` entry (which excludes the domain itself). */
export function isAllowedHost(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) =>
    domain.startsWith('*.')
      ? host.endsWith(domain.slice(1)) && host.length > domain.length - 1
      : host === domain,
  )
}

/**
 * CSP `frame-ancestors` for the allowed domains, with any port; `'none'` for an empty list. An `http:` source also
 * matches https: it is for loopback hosts, and for `page` if that is an allowed page over http.
 */
export function frameAncestors(domains: readonly string[], page?: string | null): string {
  if (domains.length === 0) return "frame-ancestors 'none'"
  const sources = domains.map((domain) => `${loopbackHosts.has(domain) ? 'http' : 'https'}://${domain}:*`)
  const host = hostOf(page)
  const plain = host && originOf(page)?.startsWith('http:') && isAllowedHost(host, domains)
  if (plain) sources.push(`http://${host}:*`)
  return `frame-ancestors ${[...new Set(sources)].join(' ')}`
}
