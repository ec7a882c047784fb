import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const { key } = website
const other = await createTestWebsite(origin, rootKey)
await other.key.run(
  'openTicket',
  { subject: 'Invoice', body: 'Zebra', customerEmail: 'jane@example.com' },
  'ticket { id }',
)

const { id: billing } = await db.category.create({
  data: { websiteId: website.websiteId, name: 'Billing', position: 1 },
})
const categoryId = Buffer.from(`Category:${billing}`).toString('base64url')
const { website: own } = await key.ask('{ website { operators { id name } } }')
const ada = own.operators[0].id

async function open(subject: string, body: string, more = {}) {
  const input = { subject, body, customerEmail: 'jane@example.com', ...more }
  const { ticket } = await key.run('openTicket', input, 'ticket { id number }')
  return ticket.id as string
}

const invoice = await open('Invoice 100% wrong', 'See the attached', { categoryId })
const login = await open('Login', 'The ZEBRA_crossing is closed', { customerEmail: 'Joe@Example.com ' })
await open('Path', 'It is C:\\temp\\new, not C:/temp: caf\u00e9, re\u0301sume\u0301')
await open('Umlaut', 'Grüße aus ÖSTERREICH')
await key.run('assignTicket', { ticketId: login, operatorId: ada }, 'ticket { id }')
await key.run('setTicketStatus', { ticketId: invoice, status: 'SOLVED' }, 'ticket { id }')

async function list(filter: Record<string, unknown>, caller = key) {
  const { tickets } = await caller.ask(
    'query ($filter: TicketFilter) { tickets(filter: $filter) { totalCount unreadCount edges { node { number } } } }',
    { filter },
  )
  const numbers: number[] = tickets.edges.map((edge: { node: { number: number } }) => edge.node.number)
  return { ...tickets, numbers: numbers.sort() }
}

describe('a filter', () => {
  test.each([
    ['one status', { statuses: ['SOLVED'] }, [1]],
    ['several statuses', { statuses: ['SOLVED', 'PENDING'] }, [1, 2, 3, 4]],
    ['no status at all', { statuses: [] }, []],
    ['a category', { categoryId }, [1]],
    ['the assigned operator', { assigneeId: ada }, [2]],
    ['having no assignee', { unassigned: true }, [1, 3, 4]],
    ['having an assignee', { unassigned: false }, [2]],
    ['having an assignee or not', { unassigned: null }, [1, 2, 3, 4]],
    ['unread messages, when there are none', { unread: true }, []],
    ['nothing to read', { unread: false }, [1, 2, 3, 4]],
    ['any time of opening in the past', { createdAfter: '2020-01-01T00:00:00Z' }, [1, 2, 3, 4]],
    ['a future time of opening', { createdAfter: '2100-01-01T00:00:00Z' }, []],
    ['a future change', { updatedAfter: '2100-01-01T00:00:00Z' }, []],
    ['an assignee and none at once', { assigneeId: ada, unassigned: true }, []],
    ['an address, however it is written', { customerEmail: ' JOE@example.com' }, [2]],
    ['an address that nobody has', { customerEmail: 'nobody@example.com' }, []],
    ['conditions that add up', { statuses: ['PENDING'], customerEmail: 'jane@example.com' }, [3, 4]],
    ['a blank search', { search: ' ' }, [1, 2, 3, 4]],
    ['nothing', {}, [1, 2, 3, 4]],
  ])('by %s', async (_name, filter, numbers) => {
    const found = await list(filter)
    expect(found.numbers).toEqual(numbers)
    expect(found.totalCount).toBe(numbers.length)
  })

  test.each([
    ['text of a subject, in any case', 'INVOICE', [1]],
    ['text of a message, in any case', 'zebra', [2]],
    ['letters beyond ASCII, in any case', 'österreich', [4]],
    ['a number', '3', [3]],
    ['a number with its sign', '#3', [3]],
    ['a number as Persian writes it', '۳', [3]],
    ['a number as Russian writes it', '№ 3', [3]],
    ['a full-width number', '＃３', [3]],
    ['white space around it', '  zebra ', [2]],
    ['a percent sign for itself', '0% w', [1]],
    ['not a percent sign for anything', 'I%e', []],
    ['an underscore for itself', 'zebra_', [2]],
    ['not an underscore for any letter', 'L_gin', []],
    ['a backslash for itself', 'C:\\temp\\n', [3]],
    ['a composed letter by the same letter as two characters', 'CAFE\u0301', [3]],
    ['a letter of two characters by the composed one', 'r\u00e9sum\u00e9', [3]],
    ['a quotation mark', "' OR 1=1 --", []],
    ['a number too large for any ticket', '99999999999999999999', []],
  ])('searches for %s', async (_name, search, numbers) => {
    const found = await list({ search })
    expect(found.numbers).toEqual(numbers)
    expect([found.totalCount, found.unreadCount]).toEqual([null, null])
  })

  test.each([
    ['a search too long', { search: 'a'.repeat(201) }],
    ['a null character', { search: 'a\0b' }],
    ['a null character in an address', { customerEmail: 'a\0b@example.com' }],
    ['an id of another type', { categoryId: ada }],
    ['an empty id', { categoryId: '' }],
    ['an empty id of an operator', { assigneeId: '' }],
    ['an empty address', { customerEmail: '' }],
    ['an invalid address', { customerEmail: 'jane' }],
  ])('refuses %s', async (_name, filter) => {
    const { errors } = await key.send(
      'query ($filter: TicketFilter) { tickets(filter: $filter) { edges { cursor } } }',
      { filter },
    )
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  test('never finds what the caller may not see', async () => {
    const jane = await website.customer('jane@example.com')
    expect((await list({ search: 'zebra' }, jane)).numbers).toEqual([])
    expect((await list({ customerEmail: 'joe@example.com' }, jane)).numbers).toEqual([])
    expect((await list({}, jane)).numbers).toEqual([1, 3, 4])
    expect((await list({ search: '#2' }, jane)).numbers).toEqual([])
    expect((await list({ search: '2' }, jane)).numbers).toEqual([])
  })

  test('counts unread messages among its results', async () => {
    const joe = await website.customer('joe@example.com')
    const jane = await website.customer('jane@example.com')
    expect(await list({}, joe)).toMatchObject({ totalCount: 1, unreadCount: 1 })
    expect(await list({ statuses: ['SOLVED'] }, jane)).toMatchObject({ totalCount: 1, unreadCount: 1 })
    expect(await list({}, jane)).toMatchObject({ totalCount: 3, unreadCount: 3 })
    expect(await list({})).toMatchObject({ totalCount: 4, unreadCount: 0 })
  })
})
