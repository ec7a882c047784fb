import { domainToUnicode } from 'node:url'
import { describe, expect, test } from 'vitest'
import { someone, startReceivingEmails } from '../support/emailing.ts'
import { outcome } from '../support/outcome.ts'

const { company, idle, server } = await startReceivingEmails()

describe('an address', () => {
  const notAddresses = [
    'a,b@example.com',
    '"a,b"@example.com',
    'x@y>,<evil@z',
    'group:a@example.com,b@example.com;',
    'group:a@example.com',
    'a@example.com(comment)',
    'Jane <jane@example.com>',
    '<jane@example.com>',
    'jane@example.com,evil@example.com',
    'jane@example.com evil@example.com',
    'jane@example.com\r\nRCPT TO:<evil@example.com>',
    'jane@evil.example@example.com',
    'a@[x@evil.example]',
    'jane\\@example.com',
    'jane',
  ]

  test.for(notAddresses)('cannot be %j', async (address) => {
    const { key, team, customer, open } = await company()
    const client = await customer(someone('jane'))
    const input = { subject: 'Printer', body: 'On fire' }
    expect(await outcome(client, 'openTicket', { ...input, participants: [address] })).toBe('InvalidInput')
    for (const author of [key, team]) {
      expect(await outcome(author, 'openTicket', { ...input, customerEmail: address })).toBe('InvalidInput')
    }
    const ticketId = await open(someone('jane'))
    expect(await outcome(team, 'addParticipant', { ticketId, email: address })).toBe('InvalidInput')
  })

  test('of an unusual kind gets its email, and no other one does', async () => {
    const { key } = await company()
    const addresses = [
      'o’hara@example.com',
      "o'hara+tag=x/y!z%a@example.com",
      'jörg@example.com',
      'jane@exämple.com',
      '田中@例え.jp',
      'a@b',
      '-f@example.com',
    ]
    await idle()
    const before = server.emails.length
    for (const customerEmail of addresses) {
      await key.run('openTicket', { subject: 'Order', body: 'It has left', customerEmail }, 'ticket { id }')
    }
    await idle()
    const arrived = server.emails.slice(before).map(({ recipients }) => recipients.join())
    const unicode = arrived.map((address) => {
      const [name, domain = ''] = address.split('@')
      return `${name}@${domainToUnicode(domain)}`
    })
    expect(unicode.sort()).toEqual(addresses.sort())
  })
})
