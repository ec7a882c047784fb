import { hostOf, isAllowedHost, isPublicHost } from '../../identity/referrer.ts'
import type { Outgoing } from '../sending/outgoing.ts'

/**
 * Where a reader finds the ticket if the website has set no page for it: the page that last embedded their frame,
 * otherwise that of the ticket's customer, the first allowed domain, or the page that embeds most customers' frames.
 * Null if none of these is allowed.
 */
export function pageOf({ customer, ticket, commonPages }: Outgoing): string | null {
  const domains = ticket.website.domains.map(({ domain }) => domain)
  const isAllowed = (page: string | null | undefined) => {
    const host = hostOf(page)
    return host !== null && isAllowedHost(host, domains)
  }
  const seen = [customer?.lastPage, ticket.customer.lastPage].find(isAllowed)
  const first = domains.find(isPublicHost)
  return seen ?? (first ? `https://${first}` : (commonPages.find(isAllowed) ?? null))
}
