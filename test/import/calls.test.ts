import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { outcome } from '../support/outcome.ts'
import { upload } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'
import { imported, oldMessage, oldTicket } from './ticket.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { key } = website
const at = '2023-05-01T10:00:00.000Z'

const importAll = async (tickets: object[]) =>
  (await key.run('importTickets', { tickets }, imported)).imported
const count = async () => (await key.ask('{ tickets { totalCount } }')).tickets.totalCount as number

describe('a call', () => {
  test('that is repeated writes nothing, changes nothing and returns the same tickets', async () => {
    const tickets = [oldTicket(), oldTicket()]
    const first = await importAll(tickets)
    const before = await count()
    const again = await importAll(tickets.map((ticket) => ({ ...ticket, subject: 'Other', messages: [] })))
    expect(again).toEqual(first.map((one: object) => ({ ...one, created: false })))
    expect(await count()).toBe(before)
    const { ticket } = await key.ask('query ($id: ID!) { ticket(id: $id) { subject messageCount } }', {
      id: first[0].ticket.id,
    })
    expect(ticket).toEqual({ subject: 'Printer', messageCount: 2 })
  })

  test('with the same ticket twice writes it once', async () => {
    const ticket = oldTicket()
    const [first, second] = await importAll([ticket, ticket])
    expect([first.created, second.created]).toEqual([true, false])
    expect(second.ticket).toEqual(first.ticket)
  })

  test('with one bad ticket writes the others, and says where the mistake is', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    const wrong: [object, string[]][] = [
      [{ subject: '' }, ['subject']],
      [{ subject: 'x'.repeat(201) }, ['subject']],
      [{ subject: 'a\0b' }, ['subject']],
      [{ customer: { email: 'jane' } }, ['customer', 'email']],
      [{ createdAt: tomorrow }, ['createdAt']],
      [{ createdAt: '1969-12-31' }, ['createdAt']],
      [{ status: 'OPEN', solvedAt: at }, ['solvedAt']],
      [{ messages: [] }, ['messages']],
      [{ messages: [oldMessage('a', at), oldMessage('b', tomorrow)] }, ['messages', '1', 'createdAt']],
      [{ messages: [oldMessage(' ', at)] }, ['messages', '0', 'body']],
      [{ messages: [oldMessage('x'.repeat(20_001), at)] }, ['messages', '0', 'body']],
      [{ messages: [{ ...oldMessage('<p> </p>', at), bodyFormat: 'HTML' }] }, ['messages', '0', 'body']],
      [
        { messages: [oldMessage('a', at, { kind: 'CUSTOMER', email: 'joe' })] },
        ['messages', '0', 'author', 'email'],
      ],
      [{ externalId: '' }, ['externalId']],
    ]
    const before = await count()
    const results = await importAll([oldTicket(), ...wrong.map(([more]) => oldTicket(more)), oldTicket()])
    expect(results.map(({ created }: { created: boolean }) => created)).toEqual([
      true,
      ...wrong.map(() => false),
      true,
    ])
    for (const [index, [, path]] of wrong.entries()) {
      const { issues, ticket } = results[index + 1]
      expect({ ticket, paths: issues.map((issue: { path: string[] }) => issue.path) }).toEqual({
        ticket: null,
        paths: [['input', 'tickets', String(index + 1), ...path]],
      })
    }
    expect(results.at(-1).ticket.number).toBe(results[0].ticket.number + 1)
    expect(await count()).toBe(before + 2)
  })

  test('does not write a ticket with a file that is not an upload of the key, or is taken', async () => {
    const [file, foreign] = [await upload(key), await upload(await website.customer('jane@example.com'))]
    const withFiles = (...attachmentIds: string[]) =>
      oldTicket({ messages: [{ ...oldMessage('See', at), attachmentIds }] })
    const results = await importAll([withFiles(file), withFiles(file), withFiles(foreign), oldTicket()])
    expect(results.map(({ created }: { created: boolean }) => created)).toEqual([true, false, false, true])
    expect(results[2].issues[0].path).toEqual([
      'input',
      'tickets',
      '2',
      'messages',
      '0',
      'attachmentIds',
      '0',
    ])
    expect(results[3].ticket.number).toBe(results[0].ticket.number + 1)
  })

  test('with the same ticket twice writes the one whose files are there', async () => {
    const [file, foreign] = [await upload(key), await upload(await website.customer('jane@example.com'))]
    const ticket = oldTicket()
    const withFile = (id: string) => ({
      ...ticket,
      messages: [{ ...oldMessage('See', at), attachmentIds: [id] }],
    })
    const results = await importAll([withFile(foreign), withFile(file), withFile(file)])
    expect(results.map(({ created }: { created: boolean }) => created)).toEqual([false, true, false])
    expect(results.map(({ issues }: { issues: object[] }) => issues.length)).toEqual([0, 0, 0])
    expect(new Set(results.map((one: { ticket: { id: string } }) => one.ticket.id)).size).toBe(1)
  })

  test('has at most 100 tickets', async () => {
    const tickets = Array.from({ length: 101 }, () => oldTicket())
    expect(await outcome(key, 'importTickets', { tickets })).toBe('InvalidInput')
    expect(await importAll(tickets.slice(1))).toHaveLength(100)
  })

  test('needs a key with IMPORT, and no other right includes it', async () => {
    const { text } = await key.run(
      'createApiKey',
      { name: 'Other', scopes: ['TICKETS_WRITE', 'SETTINGS_READ', 'SETTINGS_WRITE', 'WEBHOOKS_WRITE'] },
      'text',
    )
    const mutation = 'mutation { importTickets(input: { tickets: [] }) { __typename } }'
    const { errors } = await apiClient(origin, text).send(mutation)
    expect(errors?.[0]).toMatchObject({
      message: 'Only keys with IMPORT can do this',
      extensions: { code: 'FORBIDDEN', missingScopes: ['IMPORT'] },
    })
  })

  test('of a key that may only import shows it no ticket, but takes its files', async () => {
    const { text } = await key.run('createApiKey', { name: 'Move', scopes: ['IMPORT'] }, 'text')
    const mover = apiClient(origin, text)
    const attachmentIds = [await upload(mover)]
    const tickets = [oldTicket({ messages: [{ ...oldMessage('See', at), attachmentIds }] })]
    const results = (await mover.run('importTickets', { tickets }, imported)).imported
    expect(results).toMatchObject([{ created: true, ticket: null, issues: [] }])
    expect(await outcome(mover, 'openTicket', { subject: 'Hi', body: 'Hi' })).toBe('FORBIDDEN')
  })
})
