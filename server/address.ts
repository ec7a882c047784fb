import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'
import { config } from './config.ts'

const proxies = new BlockList()
for (const entry of config.trustedProxies) {
  const [network = '', prefix] = entry.split('/')
  const family = isIPv6(network) ? 'ipv6' : 'ipv4'
  if (!isIP(network)) throw new Error(`Configuration: TRUST_PROXY: ${entry} is not an address or CIDR range`)
  if (prefix) proxies.addSubnet(network, Number(prefix), family)
  else proxies.addAddress(network, family)
}

/** Network address of the caller: the nearest one in X-Forwarded-For that is not a trusted proxy's. */
export function addressOf(request: IncomingMessage): string {
  const peer = plain(request.socket.remoteAddress ?? '')
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(plain)
    .filter(Boolean)
  let address = peer
  while (isTrusted(address) && forwarded.length > 0) address = forwarded.pop() ?? peer
  return address
}

function plain(address: string): string {
  return address.trim().replace(/^::ffff:/, '')
}

function isTrusted(address: string): boolean {
  return isIP(address) !== 0 && proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
