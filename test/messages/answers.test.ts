import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'
import { statements } from '../support/statements.ts'

// Emails would change tickets between an answer and its comparison.
const { origin, rootKey } = await startOwnApp({ MAIL_DELAY_SECONDS: '3600' })
const { closeJobs } = await import('../../server/jobs/jobs.ts')
const { numberingDone } = await import('../../server/events/numbering.ts')
const { website, callers, newTicket } = await everyCaller(origin, rootKey)

const message = `id position body bodyHtml quotedText via createdAt
  author { __typename ... on Customer { id name } ... on Operator { id name } ... on Integration { id name } }`
const row = `id number subject status categoryName preview messageCount unreadCount createdAt lastActivityAt updatedAt
  customer { id name email }`
const selections = {
  'what the write has in hand': `${row} participants { email addedAt }`,
  'a draft': `${row} solvedAt teamReadAt draft`,
  'more than that': `${row} customer { createdAt } participants { email } category { name } assignee { name } lastMessage { ${message} }
    messages(last: 1) { edges { cursor node { ${message} } } pageInfo { hasPreviousPage startCursor } }`,
}

const mutations = {
  reply: { body: 'Thanks, **that** works: https://example.com' },
  markTicketRead: { position: 9 },
  setTicketStatus: { status: 'SOLVED' },
}
const names = ['owner', 'participant', 'agent', 'writer'] as const

afterEach(() => vi.restoreAllMocks())

describe.for(Object.entries(selections))('the ticket in a response with %s,', ([, fields]) => {
  const calls = names.flatMap((name) =>
    Object.entries(mutations).map(([mutation, input]) => ({ name, mutation, input })),
  )

  // A participant may not set the status.
  test.for(calls.filter(({ name, mutation }) => name !== 'participant' || mutation !== 'setTicketStatus'))(
    'after $mutation by $name equals the one that a query reads',
    async ({ name, mutation, input }) => {
      const caller = callers[name]
      const { id } = await newTicket()
      const { ticket } = await caller.run(mutation, { ticketId: id, ...input }, `ticket { ${fields} }`)
      expect(ticket).toEqual(
        (await caller.ask(`query ($id: ID!) { ticket(id: $id) { ${fields} } }`, { id })).ticket,
      )
    },
  )

  test.for(['', 'a@example.com', 'b@example.com a-b@example.com ab@example.com'])(
    'after openTicket with the participants "%s" equals the one that a query reads',
    async (participants) => {
      const input = { subject: 'Help', body: 'Please', participants: participants.split(' ').filter(Boolean) }
      const all = `${fields} first: messages(first: 2) { edges { node { ${message} } } pageInfo { hasNextPage } }`
      const { ticket } = await callers.owner.run('openTicket', input, `ticket { ${all} }`)
      const read = `query ($id: ID!) { ticket(id: $id) { ${all} } }`
      expect(ticket).toEqual((await callers.owner.ask(read, { id: ticket.id })).ticket)
    },
  )
})

test.for(names)(
  'the message in the response to a reply by %s equals the one that a query reads',
  async (name) => {
    const { id } = await newTicket()
    const payload = `newMessage { ${message} }`
    const { newMessage } = await callers[name].run('reply', { ticketId: id, body: '*Thanks*' }, payload)
    const read = `query ($id: ID!) { node(id: $id) { ... on Message { ${message} } } }`
    expect(newMessage).toEqual((await callers[name].ask(read, { id: newMessage.id })).node)
  },
)

describe('a customer’s', () => {
  // Otherwise jobs caused by events would send statements, too.
  beforeAll(closeJobs)

  /**
   * Statements of a call itself, without those for numbering its events and looking for a new server key, nor the reads of
   * the website and its lists every two seconds.
   */
  async function sentBy(mutation: string, input: object, payload: string): Promise<string[]> {
    await callers.owner.run(mutation, { ...input }, '__typename')
    await numberingDone()
    const sent = statements()
    await callers.owner.run(mutation, { ...input }, payload)
    await numberingDone()
    const ofOthers =
      /position" IS NULL|pg_notify|FROM "TicketEvent"|"Server"|FROM "Faq"|FROM "Website" w WHERE "id" = ANY/
    return sent()
      .map(({ text }) => text)
      .filter((text) => text && !ofOthers.test(text))
  }

  test('reply reads once, writes once and rereads nothing', async () => {
    const { id } = await newTicket()
    const payload = `newMessage { ${message} } ticket { ${row} }`
    const sent = await sentBy('reply', { ticketId: id, body: 'Thanks' }, payload)
    expect(sent).toMatchObject(
      ['BEGIN', /FOR UPDATE/, /^WITH/, 'COMMIT'].map((text) => expect.stringMatching(text)),
    )
  })

  test('new ticket takes its number, is written once and is not reread', async () => {
    const category = await website.key.run('createCategory', { name: 'Billing' }, 'categories { id }')
    const input = { subject: 'Help', body: 'Please', categoryId: category.categories[0].id }
    const payload = `ticket { ${row} solvedAt teamReadAt draft messages(last: 30) { edges { node { ${message} } } } }`
    const sent = await sentBy('openTicket', input, payload)
    expect(sent).toMatchObject(
      ['BEGIN', /UPDATE "Website"/, /^WITH/, 'COMMIT'].map((text) => expect.stringMatching(text)),
    )
  })
})
