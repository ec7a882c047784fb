import { BlockList, isIP, isIPv6 } from 'node:net'

/** Whether an entry of TRUST_PROXY is an address or a CIDR range. */
export function isProxy(entry: string): boolean {
  const { network, prefix, family } = partsOf(entry)
  const maxPrefix = family === 'ipv6' ? 128 : 32
  return (
    isIP(network) !== 0 && (prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= maxPrefix))
  )
}

/** All addresses in valid entries. */
export function addressesIn(entries: string[]): BlockList {
  const list = new BlockList()
  for (const { network, prefix, family } of entries.map(partsOf)) {
    if (prefix) list.addSubnet(network, Number(prefix), family)
    else list.addAddress(network, family)
  }
  return list
}

function partsOf(entry: string) {
  const [network = '', prefix] = entry.split('/')
  return { network, prefix, family: isIPv6(network) ? 'ipv6' : 'ipv4' } as const
}
