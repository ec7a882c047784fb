import dns, { type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { AddressRefused } from './failure.ts'
import { allowsLoopback, isAllowed } from './reach.ts'
import { resolve } from './resolve.ts'

/**
 * Looks up a host for a connection, and leaves out forbidden addresses. The connection uses what was checked: a name that
 * leads elsewhere a moment later changes nothing.
 */
export function lookupAllowed(protocol: string): LookupFunction {
  return (host, options, callback) => {
    function use(found: LookupAddress[]): void {
      const [first, ...others] = found.filter(({ address }) => isAllowed(address, protocol))
      if (!first) callback(new AddressRefused(), [])
      else if (options.all) callback(null, [first, ...others])
      else callback(null, first.address, first.family)
    }
    // Names inside this network may be in no DNS but a file. Elsewhere, nobody’s name server may occupy the threads
    // of `dns.lookup`, which read files and compress, too.
    const found = allowsLoopback() ? dns.promises.lookup(host, { ...options, all: true }) : resolve(host)
    found.then(use, (error) => callback(error, []))
  }
}

/** Throws if the host is an IP address, for which nothing is looked up, and a forbidden one. */
export function refuseForbidden({ hostname, protocol }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isAllowed(host, protocol)) throw new AddressRefused()
}
