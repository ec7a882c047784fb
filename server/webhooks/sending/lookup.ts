import dns from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isAllowed } from './reach.ts'

/** The host has no address to which webhooks may be sent. */
export class AddressRefused extends Error {}

/**
 * Looks up a host for a connection, and leaves out forbidden addresses. The connection uses what was checked: a name that
 * leads elsewhere a moment later changes nothing.
 */
export function lookupAllowed(protocol: string): LookupFunction {
  return (host, options, callback) => {
    dns.lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, [])
      const [first, ...others] = found.filter(({ address }) => isAllowed(address, protocol))
      if (!first) callback(new AddressRefused(), [])
      else if (options.all) callback(null, [first, ...others])
      else callback(null, first.address, first.family)
    })
  }
}

/** Throws if the host is an IP address, for which nothing is looked up, and a forbidden one. */
export function refuseForbidden({ hostname, protocol }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isAllowed(host, protocol)) throw new AddressRefused()
}
