import { hostOf, isAllowedHost, loopbackHosts } from '../identity/referrer.ts'
import type { Outgoing } from './outgoing.ts'

/**
 * Where a reader finds the ticket of a website that has set no page for it: the page that last embedded their frame, or
 * else that of the ticket's customer; else the first of the allowed domains. Null when none is allowed any more.
 */
export function pageOf({ customer, ticket }: Outgoing): string | null {
  const domains = ticket.website.domains.map(({ domain }) => domain)
  const seen = [customer?.lastPage, ticket.customer.lastPage].find((page) => {
    const host = hostOf(page)
    return host !== null && isAllowedHost(host, domains)
  })
  const [first] = domains.filter((domain) => !domain.startsWith('*') && !loopbackHosts.has(domain))
  return seen ?? (first ? `https://${first}` : null)
}
