import { describe, expect, test } from 'vitest'
import { batches, maxSize } from '../../../client/admin/import/batches.ts'
import { csvRows } from '../../../client/admin/import/csv-rows.ts'
import { finish } from '../../../client/admin/import/finish.ts'
import { jsonValues } from '../../../client/admin/import/json-values.ts'
import type { OldTicket } from '../../../client/admin/import/old-ticket.ts'
import { timeOf } from '../../../client/admin/import/time-of.ts'
import { csv } from '../../../client/admin/import/vendors/csv.ts'
import type { ImportedTicketInput } from '../../../client/graphql/admin-operations.ts'
import { all, file } from './import-file.ts'

/** Longer than the parts in which files are read, so that these end inside texts, letters and escapes. */
const tickets = Array.from({ length: 2_000 }, (_, id) => ({
  id,
  body: `"Привет"\\ {${'שלום 你好 👋🏽, '.repeat(id % 40)}}\n`,
}))

describe('a file of JSON is read object by object', () => {
  const lines = tickets.map((ticket) => JSON.stringify(ticket))

  test.for([
    ['on lines of their own', lines.join('\n')],
    ['on lines that end with CRLF, after a byte order mark', `\ufeff${lines.join('\r\n')}\r\n`],
    ['in an array', `[${lines.join(',')}]`],
    ['in an indented array', JSON.stringify(tickets, null, 2)],
    ['in one page of an API', `{"count":2000,"tickets":[${lines.join(',')}],"next_page":null}`],
    [
      'in pages of an API',
      `{"tickets":[${lines.slice(0, 999).join(',')}]}\n{"tickets":[${lines.slice(999).join(',')}]}`,
    ],
  ] as const)('%s', async ([, content]) => {
    expect(await all(jsonValues(file(content)))).toEqual(tickets)
  })

  test('and all lists of a page', async () => {
    const page = { tickets: [{ id: 1 }], users: [{ id: 2 }], next_page: null }
    expect(await all(jsonValues(file(JSON.stringify(page))))).toEqual([{ id: 1 }, { id: 2 }])
  })

  test('without values that are not objects', async () => {
    const lines = 'null\n42\n[]\n{"tickets":[null,{"id":1},"x"]}\n'
    expect(await all(jsonValues(file(lines)))).toEqual([{ id: 1 }])
  })

  test.for(['{"id":1', '[{"id":1},', '{"id":1}]', 'ticket,subject'])(
    'or refused as a whole: %s',
    async (text) => {
      await expect(all(jsonValues(file(text)))).rejects.toThrow('is not complete, valid JSON')
    },
  )
})

describe('a table', () => {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`

  test('is read row by row, whatever its texts contain', async () => {
    const rows = tickets.map(({ id, body }) => `${id},${quote(body)}`)
    expect(await all(csvRows(file(['id,body', ...rows].join('\n'))))).toEqual(
      tickets.map(({ id, body }) => ({ id: String(id), body })),
    )
  })

  test('may begin with a byte order mark, quote its names, and end lines with CRLF', async () => {
    const content = '\ufeff"Ticket","Subject"\r\n1,Hi\r\n\r\n2,"a\r\nb"\r\n'
    expect(await all(csvRows(file(content)))).toEqual([
      { ticket: '1', subject: 'Hi' },
      { ticket: '2', subject: 'a\r\nb' },
    ])
  })

  test('may have rows that end early, but no fewer columns than are needed', async () => {
    const full = 'ticket,subject,customer_email,author,created_at,body,category'
    const row = 'A-1,Hi,jane@example.com,customer,2022-03-01,Hi'
    expect(await all(csv([file(`${full}\n${row}\n${row},Billing`)]))).toHaveLength(1)
    for (const name of ['ticket', 'body']) {
      const head = full.replace(name, 'other')
      await expect(csv([file(`${head}\n${row}`)]).next()).rejects.toThrow(`has no column ${name}`)
    }
  })

  test('is refused before its first ticket if the rows of one are not together, or in two files', async () => {
    const head = 'ticket,subject,customer_email,author,created_at,body'
    const row = (ticket: string) => `${ticket},Hi,jane@example.com,customer,2022-03-01,Hi`
    const table = (...ids: string[]) => file([head, ...ids.map(row)].join('\n'))
    expect(await all(csv([table('A-1', 'A-1', 'A-2'), table('A-3')]))).toHaveLength(3)
    for (const paths of [[table('A-1', 'A-2', 'A-1')], [table('A-1', 'A-2'), table('A-1')]])
      await expect(csv(paths).next()).rejects.toThrow('the rows of ticket A-1 are not one below the other')
  })
})

describe('a time', () => {
  test.for([
    ['2022-03-01T09:00:00Z', '2022-03-01T09:00:00.000Z'],
    ['2022-03-01T09:00:00+02:00', '2022-03-01T07:00:00.000Z'],
    ['2022-03-01 09:00:00 UTC', '2022-03-01T09:00:00.000Z'],
    ['2022-03-01 09:00:00 -0500', '2022-03-01T14:00:00.000Z'],
    ['2022-03-01T09:00:00', '2022-03-01T09:00:00.000Z'],
    ['2022-03-01 09:00', '2022-03-01T09:00:00.000Z'],
    ['2022-03-01', '2022-03-01T00:00:00.000Z'],
    ['1646125200', '2022-03-01T09:00:00.000Z'],
    [1646125200, '2022-03-01T09:00:00.000Z'],
    [1646125200000, '2022-03-01T09:00:00.000Z'],
    ['2022-03-01T09:00:00,5', '2022-03-01T09:00:00.500Z'],
    ['2022-03-01T09:00:00.123456789Z', '2022-03-01T09:00:00.123Z'],
    ['2022-03-01T09:00:00+02', '2022-03-01T07:00:00.000Z'],
    [1646125200.5, '2022-03-01T09:00:00.500Z'],
    ['2022-03-01 09:00 AM', null],
    ['2022-03-01 09:00 CEST', null],
    ['2022-02-30', null],
    ['20220301', null],
    [0, null],
    ['01/03/2022 09:00', null],
    ['13/04/2026 09:30', null],
    ['2022-13-01', null],
    ['yesterday', null],
    ['', null],
    [null, null],
  ] as const)('%s is read as %s, in any zone of the machine', ([moment, iso]) => {
    expect(timeOf(moment)).toBe(iso)
  })
})

const old = (more: Partial<OldTicket> = {}): OldTicket => ({
  externalId: '1',
  subject: 'Printer',
  status: 'OPEN',
  customer: { email: 'jane@example.com' },
  createdAt: '2022-03-01',
  leftOut: 0,
  messages: [{ body: 'Hi', author: { kind: 'CUSTOMER' }, createdAt: '2022-03-01' }],
  ...more,
})

test('what is left out of a ticket is reported', () => {
  const [message] = old().messages
  if (!message) throw new Error()
  const messages = [message, { ...message, createdAt: '13/04/2026' }, { ...message, body: ' ' }]
  const participants = Array.from({ length: 12 }, (_, index) => `p${index}@example.com`)
  const finished = finish(old({ subject: 'x'.repeat(300), messages, participants }))
  if (typeof finished === 'string') throw new Error(finished)
  expect(finished.ticket.messages).toHaveLength(1)
  expect(finished.losses).toEqual([
    'messages without a readable time are left out: 1',
    'messages without a text are left out: 1',
    'participants after the first 10 are left out: 2',
    'its subject is cut to 200 characters',
  ])
})

test('a call has at most 100 tickets and as many bytes as the server takes, in any script', async () => {
  async function* given() {
    for (let index = 0; index < 250; index++) {
      const finished = finish(
        old({ subject: 'Привет', messages: [{ ...old().messages[0], body: 'Ж'.repeat(3_000) } as never] }),
      )
      yield (finished as { ticket: ImportedTicketInput }).ticket
    }
  }
  const groups = await all(batches(given()))
  expect(groups.flat()).toHaveLength(250)
  for (const group of groups) {
    expect(group.length).toBeLessThanOrEqual(100)
    expect(Buffer.byteLength(JSON.stringify(group))).toBeLessThan(maxSize * 1.01)
  }
})
