import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'

process.env.TRUST_PROXY = '127.0.0.1, 10.0.0.0/8,2001:db8::/32, ::1'
const { addressOf } = await import('../../server/identity/caller-address.ts')

const server = createServer((call, response) => response.end(addressOf(call)))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())

/** The caller's address as the server sees it. Every 127.x.x.x is this machine; 127.0.0.1 is the trusted proxy. */
function addressSeen(forwarded: string | undefined, from: string): Promise<string> {
  const { port } = server.address() as AddressInfo
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, localAddress: from, headers, agent: false }, (response) => {
      response.on('data', (data) => resolve(String(data)))
    })
      .on('error', reject)
      .end()
  })
}

describe('the caller’s address', () => {
  const proxy = '127.0.0.1'
  const visitor = '127.0.0.9'
  test.for<[address: string, name: string, forwarded: string | undefined, from: string]>([
    [visitor, 'the peer’s', undefined, visitor],
    [visitor, 'the peer’s, whatever it forwards', '203.0.113.7', visitor],
    [proxy, 'the proxy’s when it forwards nothing', undefined, proxy],
    [proxy, 'the proxy’s when it forwards nothing but commas', ' , ', proxy],
    ['203.0.113.7', 'what a trusted proxy forwards', '203.0.113.7', proxy],
    [
      '203.0.113.7',
      'the last that a chain of proxies forwards',
      '198.51.100.1, 203.0.113.7, 10.1.2.3',
      proxy,
    ],
    ['203.0.113.7', 'the last before one that is not trusted', '10.9.9.9, 203.0.113.7', proxy],
    ['10.1.2.3', 'the first of a chain in which all are trusted', '10.1.2.3, 10.4.5.6', proxy],
    ['203.0.113.7', 'of four parts in six', '::ffff:203.0.113.7', proxy],
    ['203.0.113.7', 'of four parts in six, in hexadecimal digits', '::ffff:cb00:7107', proxy],
    ['203.0.113.7', 'without its port', '203.0.113.7:40123', proxy],
    ['203.0.113.7', 'before a proxy with a port', '203.0.113.7, 10.1.2.3:443', proxy],
    ['2001:db9:0:0::/64', 'the network of a subscriber with IPv6', '2001:db9::1, 2001:db8::5', proxy],
    ['2001:db9:0:0::/64', 'the same network for all its addresses', '2001:db9::ffff:1:2', proxy],
    ['2001:db9:1:2::/64', 'the network of an address in brackets', '[2001:db9:1:2:3::1]', proxy],
    [
      '2001:db9:1:2::/64',
      'the network of one with a port',
      '[2001:db9:1:2::1]:40123, [2001:db8::5]:443',
      proxy,
    ],
    [proxy, 'the proxy’s for what is no address', 'unknown', proxy],
    [proxy, 'the proxy’s for what is no address before it', '203.0.113.7, _hidden', proxy],
    ['10.1.2.3', 'the last proxy’s before what is no address', '203.0.113.7, unknown, 10.1.2.3', proxy],
  ])('is %s: %s', async ([address, , forwarded, from]) => {
    expect(await addressSeen(forwarded, from)).toBe(address)
  })
})
