import { BlockList, isIP } from 'node:net'
import { config } from '../../config/config.ts'

type Reach = 'public' | 'loopback' | 'private' | 'forbidden'

function rangesOf(text: string): BlockList {
  const list = new BlockList()
  for (const range of text.trim().split(/\s+/)) {
    const [network = '', bits] = range.split('/')
    list.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

const loopback = rangesOf('127.0.0.0/8 ::1/128')
/** This network, link-local, multicast, reserved; clouds’ metadata; IPv6 that maps to an IPv4 address. */
const forbidden = rangesOf(`
  0.0.0.0/8 169.254.0.0/16 192.0.0.0/24 192.0.2.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
  100.100.100.200/32 168.63.129.16/32 fd00:ec2::/32 fd20:ce::254/128
  ::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/32 2001:db8::/32 2002::/16 fe80::/10 fec0::/10 ff00::/8`)
const privateOnes = rangesOf('10.0.0.0/8 100.64.0.0/10 172.16.0.0/12 192.168.0.0/16 fc00::/7')
const mapped = /^::ffff:/i

/** Where an IP address leads. IPv4 addresses written as IPv6 are always forbidden. */
export function reachOf(address: string): Reach {
  if (mapped.test(address)) return 'forbidden'
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (loopback.check(address, family)) return 'loopback'
  if (forbidden.check(address, family)) return 'forbidden'
  return privateOnes.check(address, family) ? 'private' : 'public'
}

/** Whether webhooks may be sent to this machine. */
export const allowsLoopback = () => config.demo || config.webhookAllowPrivate

/** Whether a webhook may be sent to an IP address: without encryption only to this machine. */
export function isAllowed(address: string, protocol: string): boolean {
  const reach = reachOf(address)
  if (reach === 'loopback') return allowsLoopback()
  if (protocol !== 'https:') return false
  return reach === 'public' || (reach === 'private' && config.webhookAllowPrivate)
}
