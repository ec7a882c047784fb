import dns from 'node:dns'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { startApp } from '../support/app.ts'
import { startReceiver } from '../support/webhook-receiver.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { reachOf } = await import('../../server/webhooks/sending/reach.ts')
const { post } = await import('../../server/webhooks/sending/post.ts')
const { AddressRefused } = await import('../../server/webhooks/sending/failure.ts')

afterEach(() => void vi.restoreAllMocks())

describe('a network address', () => {
  test.for([
    ['public', '8.8.8.8 1.1.1.1 172.32.0.1 192.167.1.1 100.128.0.1 2606:4700::1111 2a00:1450:4001::1'],
    ['loopback', '127.0.0.1 127.9.9.9 ::1'],
    ['private', '10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1 fd12:3456::1 fc00::1'],
    [
      'forbidden',
      '0.0.0.0 169.254.169.254 169.254.1.1 224.0.0.1 239.255.255.250 255.255.255.255 100.100.100.200 168.63.129.16 ' +
        'fd00:ec2::254 fe80::1 ff02::1 :: ::7f00:1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1:: 2001:0:1::1 ' +
        '::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:a9fe:a9fe',
    ],
  ] as const)('is known as %s', ([reach, addresses]) => {
    for (const address of addresses.split(' ')) expect([address, reachOf(address)]).toEqual([address, reach])
  })
})

describe('an endpoint', () => {
  test('cannot be saved with an address that is no public https address', async () => {
    const { key } = await createTestWebsite(origin, rootKey)
    const refused = {
      'https://user:password@example.com/': 'The address cannot contain a user name or password',
      'https://example.com/#part': 'The address cannot contain a fragment (#)',
      'https://example.com/#': 'The address cannot contain a fragment (#)',
      'http://example.com/': 'The address must start with https://',
      'http://10.0.0.1/': 'The address must start with https://',
      'ftp://example.com/': expect.stringMatching(/^Give a complete address/),
      'example.com': expect.stringMatching(/^Give a complete address/),
      'https://169.254.169.254/latest/meta-data': 'This is not a public address',
      'https://2852039166/': 'This is not a public address',
      'https://0xa9.0xfe.0xa9.0xfe/': 'This is not a public address',
      'https://[::ffff:169.254.169.254]/': 'This is not a public address',
      'https://[fe80::1]/': 'This is not a public address',
      'https://0.0.0.0/': 'This is not a public address',
      [`https://example.com/${'x'.repeat(2_000)}`]: 'An address can have at most 2,000 characters',
    }
    for (const [url, message] of Object.entries(refused)) {
      const answer = await key.attempt('createWebhookEndpoint', { url })
      expect(answer, url).toMatchObject({ issues: [{ path: ['input', 'url'], message }] })
    }
    expect(await key.ask('{ website { settings { webhookEndpoints { id } } } }')).toEqual({
      website: { settings: { webhookEndpoints: [] } },
    })
  })

  test('whose name leads elsewhere is never reached there', async () => {
    const receiver = await startReceiver()
    const leads = (...addresses: string[]) => {
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
      vi.spyOn(dns.promises, 'lookup').mockResolvedValue(found as never)
    }
    const url = `http://moving.example:${receiver.port}/hook`
    const send = () => post(url, {}, '{}').then(({ status }) => status)
    leads('127.0.0.1')
    expect(await send()).toBe(204)
    for (const elsewhere of ['169.254.169.254', 'fe80::1', '::ffff:127.0.0.1', '10.0.0.1', '8.8.8.8']) {
      leads(elsewhere)
      await expect(send(), elsewhere).rejects.toThrow(AddressRefused)
    }
    leads('169.254.169.254', '127.0.0.1')
    expect(await send()).toBe(204)
    await expect(post('http://169.254.169.254/', {}, '{}')).rejects.toThrow(AddressRefused)
    await expect(post('https://[::ffff:127.0.0.1]/', {}, '{}')).rejects.toThrow(AddressRefused)
    expect(receiver.at('/hook')).toHaveLength(2)
  })
})
