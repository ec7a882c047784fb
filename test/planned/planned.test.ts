import { afterEach, describe, expect, test, vi } from 'vitest'
import texts from '../../client/graphql/documents.json' with { type: 'json' }
import { startApp } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'
import type { Client } from '../support/client.ts'
import { idle } from '../support/jobs.ts'
import { upload } from '../support/upload.ts'
import { randomFrom, selectionOf } from './selections.ts'

const { origin, rootKey } = await startApp()
const { callers } = await everyCaller(origin, rootKey)
const { Answers } = await import('../../server/api/planned/answers.ts')
const { schema } = await import('../../server/schema.ts')
const { owner, participant, other, stranger, agent, admin, reader, fullKey } = callers
const readers = { owner, participant, other, stranger, agent, reader }

// Emails that are sent between two reads would differ.
await admin.run('updateEmailSettings', { delaySeconds: 0 }, '__typename')
const category = await admin.run('createCategory', { name: 'Billing' }, 'category { id }')
const field = { categoryId: category.category.id, name: 'plan', label: '“Plan”', type: 'TEXT' }
await admin.run('createCategoryField', field, 'field { id }')
await admin.run('createCategoryField', { ...field, name: 'a_number', type: 'NUMBER' }, 'field { id }')
await admin.run('createCategory', { name: 'Access' }, 'category { id }')
await admin.run(
  'createFaq',
  { question: 'Where “is” it?', answer: 'Over **there**:\n\n- here' },
  'faq { id }',
)
const { operators } = (await admin.ask('{ website { operators { id } } }')).website
const ids: string[] = []
for (const [index, customer] of [owner, owner, owner, other, participant, owner, owner].entries()) {
  const input = {
    subject: `Ticket “${index}”`,
    body: `Text ${index}\n\n\`code\``,
    categoryId: category.category.id,
    fields: [
      { name: 'plan', value: index % 2 ? null : `Plan “${index}”` },
      { name: 'a_number', value: `${index}` },
    ],
  }
  const { ticket } = await customer.run('openTicket', input, 'ticket { id }')
  ids.push(ticket.id)
  const shared = { ticketId: ticket.id, email: 'participant@example.com' }
  if (customer === owner && index % 2 === 0) await admin.run('addParticipant', shared, 'ticket { id }')
  await agent.run('reply', { ticketId: ticket.id, body: 'See https://example.com' }, '__typename')
  if (index % 3 === 0) await fullKey.run('reply', { ticketId: ticket.id, body: '**Done**' }, '__typename')
  if (index % 3 === 1) await customer.run('reply', { ticketId: ticket.id, body: 'Thanks' }, '__typename')
  const assigned = { ticketId: ticket.id, operatorId: operators[0].id }
  if (index < 3) await admin.run('assignTicket', assigned, 'ticket { id }')
}
const attachmentIds = [
  await upload(participant, { name: 'a.png' }),
  await upload(participant, { name: 'b.png' }),
]
await participant.run('reply', { ticketId: ids[0], body: 'I, too', attachmentIds }, '__typename')
await owner.run('markTicketRead', { ticketId: ids[1], position: 2 }, 'ticket { id }')
for (const caller of [owner, participant, agent]) {
  const draft = { ticketId: ids[0], body: `Not sent\nby ${caller.token}` }
  await caller.run('saveDraft', draft, '__typename')
}
await admin.run('deleteCategory', { id: category.category.id }, 'deletedId')
await idle()

const cover = vi.spyOn(Answers.prototype, 'cover')
afterEach(() => cover.mockReset())

/** The caller's answers by planned statements where available, and by Prisma only; with the number of planned ones. */
async function bothWays(caller: Client, query: string, variables: object = {}) {
  cover.mockClear()
  const planned = await caller.send(query, { ...variables })
  const roots = cover.mock.results.filter(({ value }) => value === true).length
  // A text that is known is compiled.
  expect(withoutIds(await caller.send(query, { ...variables }))).toEqual(withoutIds(planned))
  cover.mockReturnValue(false)
  const reference = await caller.send(query, { ...variables })
  cover.mockReset()
  return { planned: withoutIds(planned), reference: withoutIds(reference), roots }
}

/** It changes once an hour. */
const withoutGrant = (value: unknown) => (typeof value === 'string' ? value.replace(/grant=.*/, '') : value)
const own = new Set(['requestId', 'changeCursor'])
const withoutIds = (answer: object) =>
  JSON.parse(JSON.stringify(answer, (key, value) => (own.has(key) ? undefined : withoutGrant(value))))

describe('a planned statement answers the same as Prisma', () => {
  const cursorIn = async (caller: Client, field: string) => {
    const { tickets } = await caller.ask(`{ tickets(first: 2) { pageInfo { ${field} } } }`)
    return tickets.pageInfo[field] as string
  }
  const queries = Object.values(texts).filter((text) =>
    /^query (?!ConsoleCheckIntegration|ConsoleAudit)/.test(text),
  )

  test.each(queries.map((text) => [/\w+/.exec(text.slice(6))?.[0] ?? '', text]))(
    'to the operation %s',
    async (name, text) => {
      for (const caller of Object.values(readers)) {
        const after = /Tickets/.test(name) ? await cursorIn(caller, 'endCursor').catch(() => null) : undefined
        for (const id of ids) {
          const { data } = await caller.send(
            `{ ticket(id: "${id}") { messages(last: 1) { pageInfo { startCursor } } } }`,
          )
          const before = data.ticket?.messages.pageInfo.startCursor ?? null
          const variables = { id, before, after, number: 1, last: 2, filter: { statuses: ['PENDING'] } }
          // It contains the time when a page was read.
          const query = text.replace(/^ *changeCursor\n/gm, '')
          const { planned, reference } = await bothWays(caller, query, variables)
          expect(planned).toEqual(reference)
          if (!/\$id/.test(text)) break
        }
      }
    },
  )

  test('to 200 random selections, many of which have one', async () => {
    const random = randomFrom(20_261_129)
    let planned = 0
    for (let round = 0; round < 200; round++) {
      const caller = Object.values(readers)[random(6)] as Client
      const select = (type: string) => selectionOf({ schema, random, planned: round % 4 > 0 }, type)
      const roots = [
        `ticket(id: "${ids[random(ids.length)]}") ${select('Ticket')}`,
        `tickets(first: ${random(5)}) ${select('TicketConnection')}`,
        `tickets(first: 3, after: "${await cursorIn(caller, 'startCursor')}") ${select('TicketConnection')}`,
        `tickets(filter: { statuses: [${['OPEN', 'PENDING'][random(2)]}] }) ${select('TicketConnection')}`,
        `website ${select('Website')}`,
      ]
      const query = `{ ${roots[random(roots.length)]} viewer ${select('Viewer')} }`
      const answers = await bothWays(caller, query)
      expect(answers.planned, query).toEqual(answers.reference)
      planned += answers.roots
    }
    expect(planned).toBeGreaterThan(40)
  })
})

test('the first operations of frame and console are planned', async () => {
  const text = (name: string) => Object.values(texts).find((text) => text.startsWith(`query ${name}`)) ?? ''
  const roots = async (caller: Client, name: string) =>
    (await bothWays(caller, text(name), { id: ids[0], filter: { statuses: ['OPEN'] } })).roots
  expect(await roots(owner, 'FirstScreen')).toBe(2)
  expect(await roots(owner, 'Conversation')).toBe(1)
  expect(await roots(agent, 'ConsoleTickets')).toBe(1)
})
