/** This machine, as the host in an address: the one place where http will do. */
export const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Host of a Referer or Origin header, lower-cased, without its port; null unless it is an http(s) address. */
export function hostOf(address: string | null | undefined): string | null {
  if (!address || address.length > 2_048 || !URL.canParse(address)) return null
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? hostname : null
}

/** Whether `host` stands on the list: exactly, or below a `*.` entry (which leaves out the domain itself). */
export function isAllowedHost(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) =>
    domain.startsWith('*.')
      ? host.endsWith(domain.slice(1)) && host.length > domain.length - 1
      : host === domain,
  )
}

/**
 * CSP `frame-ancestors` for the allowed domains, any port; `'none'` for an empty list.
 * An `http:` source also matches https: it is for loopback hosts, the rest must be https.
 */
export function frameAncestors(domains: readonly string[]): string {
  if (domains.length === 0) return "frame-ancestors 'none'"
  const sources = domains.map((domain) => `${loopbackHosts.has(domain) ? 'http' : 'https'}://${domain}:*`)
  return `frame-ancestors ${sources.join(' ')}`
}
