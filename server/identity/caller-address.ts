import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6 } from 'node:net'
import { config, configured } from '../config/config.ts'
import { addressesIn } from '../config/trusted-proxies.ts'
import { log } from '../log/log.ts'

const proxies = configured(({ trustedProxies }) => addressesIn(trustedProxies))

let warned = false

/**
 * The caller's network address, for rate limits: the nearest one in X-Forwarded-For that is not a trusted proxy's; for
 * IPv6 the /64, which belongs to one subscriber.
 */
export function addressOf({ headers, socket }: IncomingMessage): string {
  const header = headers['x-forwarded-for']
  if (header && config.trustedProxies.length === 0 && !warned) {
    warned = true
    log.warn(
      'Requests come with X-Forwarded-For while TRUST_PROXY is empty: all callers behind that proxy count as one',
    )
  }
  const hops = String(header ?? '')
    .split(',')
    .filter((hop) => hop.trim() !== '')
  let address = ipIn(socket.remoteAddress ?? '') ?? ''
  while (isTrusted(address)) {
    // An invalid entry, such as `unknown`, means that callers are counted by the proxy's own address.
    const next = ipIn(hops.pop() ?? '')
    if (!next) break
    address = next
  }
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address
}

/** Whether the caller is a program on this machine, not a proxy's client. */
export function isLocal({ headers, socket }: IncomingMessage): boolean {
  const forwarded = headers['x-forwarded-for'] ?? headers.forwarded ?? headers['x-real-ip']
  return forwarded === undefined && /^(127\.|::1$)/.test(ipIn(socket.remoteAddress ?? '') ?? '')
}

/** The address in an entry, which proxies also write with a port, in brackets, or as IPv4 within IPv6. */
function ipIn(entry: string): string | undefined {
  const [, bracketed, dotted] = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d+)?$/.exec(entry.trim()) ?? []
  const [address = ''] = (bracketed ?? dotted ?? entry.trim()).split('%')
  if (!isIPv6(address)) return isIP(address) ? address : undefined
  const groups = groupsOf(address)
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return address
  const bytes = groups
    .slice(6)
    .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
  return bytes.join('.')
}

/** The eight groups of an IPv6 address, in hexadecimal digits without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const [first, last] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  return [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last]
}

function isTrusted(address: string): boolean {
  return isIP(address) !== 0 && proxies().check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
