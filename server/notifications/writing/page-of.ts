import { hostOf, isAllowedHost, loopbackHosts } from '../../identity/referrer.ts'
import type { Outgoing } from '../sending/outgoing.ts'

/**
 * Where a reader finds the ticket if the website has set no page for it: the page that last embedded their frame,
 * otherwise that of the ticket's customer, otherwise the first allowed domain. Null if none of these is allowed.
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
