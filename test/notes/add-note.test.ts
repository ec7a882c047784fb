import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { upload } from '../support/upload.ts'
import { startReceiver } from '../support/webhook-receiver.ts'
import { addEndpoint } from '../support/webhooks.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { key } = website
const agent = await website.operator()
const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
const { ticket } = await key.run('openTicket', input, 'ticket { id }')
const ticketId: string = ticket.id
const fields = 'id body bodyHtml author { __typename } attachments { name }'
const notes = async (args = '') =>
  (await agent.ask(`query ($id: ID!) { ticket(id: $id) { notes${args} { id body } } }`, { id: ticketId }))
    .ticket.notes

describe('a note', () => {
  test('is the team’s Markdown, with files, from an operator or a key', async () => {
    const attachmentIds = [await upload(agent, { name: 'screen.png' })]
    const { note } = await agent.run(
      'addNote',
      { ticketId, body: '**Check**', attachmentIds },
      `note { ${fields} }`,
    )
    expect(note).toMatchObject({
      bodyHtml: '<p><strong>Check</strong></p>',
      author: { __typename: 'Operator' },
      attachments: [{ name: 'screen.png' }],
    })
    const twice = await key.attempt('reply', { ticketId, body: 'Again', attachmentIds })
    expect(twice.__typename).toBe('InvalidInput')
    const byKey = await key.run('addNote', { ticketId, body: 'Second' }, `note { ${fields} }`)
    expect(byKey.note.author.__typename).toBe('Integration')
    expect((await notes()).map(({ body }: { body: string }) => body)).toEqual(['**Check**', 'Second'])
  })

  test('is added once for each idempotency key', async () => {
    const add = () => key.run('addNote', { ticketId, body: 'Once', idempotencyKey: 'one' }, 'note { id }')
    expect(await add()).toEqual(await add())
  })

  test('is listed in pages from the newest back', async () => {
    const all = await notes()
    const last = await notes('(last: 1)')
    expect(last).toEqual(all.slice(-1))
    expect(await notes(`(last: 2, before: "${last[0].id}")`)).toEqual(all.slice(-3, -1))
    const query = (args: string) => `{ ticket(id: "${ticketId}") { notes${args} { id } } }`
    for (const args of ['(last: 101)', '(last: -1)', `(before: "${ticketId}")`]) {
      expect((await agent.send(query(args))).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    }
  })

  test('is posted to webhook endpoints that name its type, and to no others', async () => {
    const receiver = await startReceiver()
    await addEndpoint(key, receiver.url('/all'))
    await addEndpoint(key, receiver.url('/named'), { events: ['NOTE_ADDED', 'STATUS_CHANGED'] })
    await key.run('addNote', { ticketId, body: 'For the webhook' }, '__typename')
    await key.run('setTicketStatus', { ticketId, status: 'SOLVED' }, '__typename')
    const bodies = (await receiver.count('/named', 2)).map(({ body }) => JSON.parse(body))
    const noted = bodies.find(({ type }) => type === 'note.added')
    expect(noted.data).toMatchObject({ event: { note: { body: 'For the webhook' } }, message: null })
    const others = await receiver.count('/all', 1)
    expect(others.map(({ body }) => JSON.parse(body).type)).toEqual(['status.changed'])
  })
})
