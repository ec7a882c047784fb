import { describe, expect, test } from 'vitest'
import { file } from '../client/admin/import-file.ts'
import { runAdmin } from '../client/admin/run-admin.ts'
import { startEmailing } from '../support/emailing.ts'

const { company, origin } = await startEmailing()

describe('whatever is in a file,', () => {
  async function importFile(system: string, values: unknown) {
    const path = file(JSON.stringify(values))
    const { key, apiKey } = await company()
    const env = { TICKET_CENTER_URL: origin, TICKET_CENTER_KEY: apiKey }
    const { code, stdout, stderr } = await runAdmin(env, 'import', system, path, '--json')
    const query = '{ tickets { edges { node { messages { edges { node { body } } } } } } }'
    const { edges } = (await key.ask(query)).tickets
    return { code, stderr, report: JSON.parse(stdout), bodies: JSON.stringify(edges) }
  }

  const at = '2022-03-01T09:00:00Z'
  const jane = { id: 1, name: 'Jane', email: 'jane@example.com', role: 'end-user' }
  const comment = { id: 1, author_id: 1, body: 'Hi', created_at: at }
  const ticket = { id: 1, subject: 'S', requester: jane, created_at: at, comments: [comment] }

  test('no private note of Intercom is imported, and missing parts are reported', async () => {
    const note = { id: '2', part_type: 'note_and_reopen', body: 'Internal', created_at: 1646129000 }
    const conversation = {
      id: '1',
      created_at: 1646125200,
      source: { body: 'Hi', author: { type: 'user', email: 'jane@example.com' } },
      conversation_parts: { conversation_parts: [note], total_count: 501 },
    }
    const { report, bodies } = await importFile('intercom', [conversation])
    expect(report).toMatchObject({ tickets: 1, messages: 1, privateNotes: 1 })
    expect(report.notes).toEqual([
      { externalId: 'intercom-1', note: 'parts of the conversation are not in the file: 500' },
    ])
    expect(bodies).not.toContain('Internal')
  })

  test('the tickets around it are imported', async () => {
    const { code, stderr, report } = await importFile('zendesk', [
      null,
      'x',
      ticket,
      { ...ticket, id: 2, comments: [null, comment] },
      { ...ticket, id: 3, comments: { count: 3 } },
      { ...ticket, id: 4, requester: { ...jane, name: 42, locale: 7 } },
      { ...ticket, id: 5, status: 'deleted' },
      { ...ticket, id: 6, assignee: { id: 9, email: 'nobody' } },
      { ...ticket, id: 7, comments: [comment, { ...comment, author: { email: 'x', name: 'Bot' } }] },
      { ...ticket, id: null },
      { ...ticket, id: null },
      ticket,
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(report).toMatchObject({ tickets: 5, messages: 6, known: 0 })
    expect(report.skippedTickets).toEqual([
      { externalId: 'zendesk-3', reason: 'it has no message with a text and a time' },
      { externalId: 'zendesk-5', reason: 'it was deleted or marked as spam' },
      { externalId: 'zendesk-', reason: 'it has no id' },
      { externalId: 'zendesk-', reason: 'it has no id' },
      { externalId: 'zendesk-1', reason: 'its id appeared earlier in the files' },
    ])
    expect(report.notes).toEqual([
      {
        externalId: 'zendesk-6',
        note: 'assigneeEmail: No active operator has this address: the ticket is unassigned',
      },
    ])
  })

  test('comments of pictures are imported, and blank ones are left out', async () => {
    const html = (id: number, html_body: string) => ({ ...comment, id, html_body })
    const data = `<p><img alt="Error" src="data:image/png;base64,${'A'.repeat(300_000)}"></p>`
    const comments = [
      html(1, '<div><img src="https://acme.com/a.png"></div>'),
      html(2, data),
      html(3, '<style>p {}</style><!-- a > b --><div dir="auto">&nbsp<br></div>'),
      html(4, '<p><3</p><code>src=data:x</code>'),
    ]
    const { report, bodies } = await importFile('zendesk', [{ ...ticket, comments }])
    expect(report).toMatchObject({ tickets: 1, messages: 3 })
    expect(report.notes).toEqual([
      { externalId: 'zendesk-1', note: 'messages without a text are left out: 1' },
    ])
    for (const body of ['https://acme.com/a.png', '[Error]', '<3\\n\\nsrc=data:x'])
      expect(bodies).toContain(`"${body}"`)
  })

  test.for([
    ['freshdesk', { ...ticket, requester_id: 1, description: 'Hi', conversations: [null], cc_emails: 'x' }],
    ['freshdesk', { ...ticket, requester: 'Jane', requester_id: 1, description: 'Hi' }],
    ['crisp', { session_id: '1', meta: { email: 'jane@example.com', nickname: 7 }, messages: [null] }],
    ['crisp', { session_id: '1', meta: null, device: { locales: 'fr' } }],
    ['intercom', { id: 1, source: { author: 'Jane' }, conversation_parts: { conversation_parts: [null] } }],
  ] as const)('%s has no object that stops the import', async ([system, value]) => {
    const { code, stderr, report } = await importFile(system, [value])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(report.tickets + report.skipped).toBe(1)
  })

  test('an import that finds no ticket fails', async () => {
    const { code, stderr } = await importFile('crisp', [ticket])
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('There are no crisp tickets in'),
    })
  })
})
