import { describe, expect, test } from 'vitest'
import { apiClient } from '../support/client.ts'
import { rowId, startReceivingEmails } from '../support/emailing.ts'
import { idle } from '../support/jobs.ts'
import { follow, listening, ticketChanged } from '../support/live.ts'
import { linesWith } from './search.ts'

const { db, origin, company, server, variables } = await startReceivingEmails()
const { sha256 } = await import('../../server/keys/keys.ts')

const jane = 'jane@example.com'
const joe = 'joe@example.com'
type Company = Awaited<ReturnType<typeof company>>

const erase = ({ team }: Company, email = jane) => team.run('eraseCustomer', { email }, 'tickets messages')

const shown =
  'subject preview customer { name email erased nickname } lastMessage { body bodyHtml author { ... on Customer { name } } }'

describe('erasing a customer', () => {
  test('leaves a ticket of nobody, with its number, status and category', async () => {
    const website = await company()
    const id = await website.open(jane)
    const query = `{ ticket(id: "${id}") { number status createdAt categoryName ${shown} } }`
    const before = (await website.team.ask(query)).ticket
    expect(await erase(website)).toMatchObject({ tickets: 1, messages: 1 })
    const after = (await website.team.ask(query)).ticket
    expect(after).toMatchObject({
      number: before.number,
      status: before.status,
      createdAt: before.createdAt,
      subject: '[…]',
      preview: '[…]',
      customer: { name: 'Erased customer', erased: true, nickname: null },
      lastMessage: { body: '[…]', bodyHtml: '<p>[…]</p>', author: { name: 'Erased customer' } },
    })
    expect(after.customer.email).toMatch(/^[\w-]{36}@erased\.invalid$/)
  })

  test('is for keys with ERASE, which read nothing by it', async () => {
    const website = await company()
    const id = await website.open(jane)
    const text = `tck_erase_${website.websiteId}`
    const { websiteId } = website
    await db.apiKey.create({ data: { websiteId, name: 'E', hash: sha256(text), scopes: ['ERASE'] } })
    const key = apiClient(origin, text)
    const { errors } = await key.send(`{ ticket(id: "${id}") { subject } }`)
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
    expect(await key.run('eraseCustomer', { email: jane }, 'tickets messages')).toMatchObject({
      tickets: 1,
      messages: 1,
    })
  })

  test('ends their open frame, and a signed page makes them a new customer who sees nothing', async () => {
    const website = await company()
    await website.open(jane)
    const session = await website.openSession(jane)
    const frame = follow(apiClient(origin, session.token), ticketChanged)
    await listening(origin, 1)
    await erase(website)
    await frame.ended
    const renewed = await apiClient(origin, undefined, { origin: 'https://app.acme.com' }).attempt(
      'renewSession',
      {
        renewalToken: session.renewalToken,
      },
    )
    expect(renewed.__typename).toBe('NotAllowed')
    const again = await website.customer(jane)
    expect(await again.ask('{ tickets { totalCount } viewer { ... on Customer { email erased } } }')).toEqual(
      {
        tickets: { totalCount: 0 },
        viewer: { email: jane, erased: false },
      },
    )
  })

  test('is shown to the team at once', async () => {
    const website = await company()
    const id = await website.open(jane)
    const team = follow(website.team, ticketChanged)
    await listening(origin, 1)
    await erase(website)
    await team.until((items) => items.some((item) => item.ticketChanged.ticketId === id))
    await team.close()
  })

  test('leaves what others wrote, the subject that the team chose, and the same address elsewhere', async () => {
    const [website, other] = [await company(), await company()]
    const input = { subject: 'Your order', body: 'Is on its way', customerEmail: jane, participants: [joe] }
    const { ticket } = await website.team.run('openTicket', input, 'ticket { id }')
    await website.reply(ticket.id, 'Thanks', await website.customer(jane))
    await website.reply(ticket.id, 'Jane is right', await website.customer(joe))
    const elsewhere = await other.open(jane)
    await erase(website)
    const messages = `messages(first: 5) { edges { node { body } } }`
    const { ticket: after } = await (await website.customer(joe)).ask(
      `{ ticket(id: "${ticket.id}") { subject preview ${messages} } }`,
    )
    expect(after).toEqual({
      subject: 'Your order',
      preview: 'Jane is right',
      messages: { edges: ['Is on its way', '[…]', 'Jane is right'].map((body) => ({ node: { body } })) },
    })
    const { ticket: foreign } = await other.team.ask(
      `{ ticket(id: "${elsewhere}") { subject customer { email } } }`,
    )
    expect(foreign).toEqual({ subject: 'Printer', customer: { email: jane } })
  })

  test('takes their words out of the search', async () => {
    const website = await company()
    await website.open(jane, { body: 'Marmalade' })
    const found = async (search: string) =>
      (
        await website.team.ask(
          'query ($search: String!) { tickets(filter: { search: $search }) { edges { node { id } } } }',
          { search },
        )
      ).tickets.edges.length
    expect(await found('marmalade')).toBe(1)
    await erase(website)
    expect([await found('marmalade'), await found('printer'), await found(jane)]).toEqual([0, 0, 0])
  })

  test('is audited by a keyed hash, the same for each time', async () => {
    const website = await company()
    await website.open(jane)
    await erase(website)
    await erase(website)
    const rows = await db.auditEvent.findMany({
      where: { websiteId: website.websiteId, action: 'eraseCustomer' },
    })
    const [first, second] = rows.map(({ details }) => details as { person: string; tickets: number })
    expect(first).toMatchObject({ person: expect.stringMatching(/^[0-9a-f]{64}$/), tickets: 1, messages: 1 })
    expect(second).toEqual({ person: first?.person, tickets: 0, messages: 0 })
    expect(first?.person).not.toBe(sha256(`${website.websiteId}:${jane}`))
  })

  test('leaves an operator with the same address', async () => {
    const website = await company()
    await website.open(website.olaf)
    expect(await erase(website, website.olaf)).toMatchObject({ tickets: 1 })
    const olaf = await website.operator(website.olaf)
    expect((await olaf.ask('{ viewer { ... on Operator { email } } }')).viewer.email).toBe(website.olaf)
  })

  test('takes the name from what a former operator wrote, and their address from everything', async () => {
    const website = await company()
    const id = await website.open(jane)
    const olaf = await website.operator(website.olaf)
    await website.reply(id, 'Restart it', olaf)
    await apiClient(origin).run(
      'requestSignInLink',
      { websiteId: website.websiteId, email: website.olaf },
      '__typename',
    )
    await idle()
    const { viewer } = await olaf.ask('{ viewer { ... on Operator { id } } }')
    await website.team.run('removeOperator', { id: viewer.id }, '__typename')
    await erase(website, website.olaf)
    await idle()
    const query = `{ ticket(id: "${id}") { lastMessage { body author { ... on Operator { name } } } } }`
    expect((await website.team.ask(query)).ticket.lastMessage).toEqual({
      body: 'Restart it',
      author: { name: '[…]' },
    })
    expect(await linesWith(website.olaf, variables.DATABASE_URL)).toEqual([])
    const added = { name: 'Olaf', email: website.olaf, role: 'AGENT' }
    const { operator } = await website.team.run('addOperator', added, 'operator { id }')
    expect(operator.id).not.toBe(viewer.id)
  })

  test('emails nobody for them afterwards', async () => {
    const website = await company()
    const id = await website.open(jane)
    await erase(website)
    await website.reply(id, 'Sorry to see you go')
    await idle()
    const rows = await db.emailThread.findMany({ where: { ticketId: rowId(id) } })
    expect(rows.filter(({ role }) => role === 'CUSTOMER')).toEqual([])
    expect(server.to('erased.invalid')).toEqual([])
  })

  test('refuses what is not an address, and the placeholder of somebody erased', async () => {
    const website = await company()
    const id = await website.open(jane)
    await erase(website)
    const { ticket } = await website.team.ask(`{ ticket(id: "${id}") { customer { email } } }`)
    for (const email of ['jane', '', ticket.customer.email])
      expect(await website.team.attempt('eraseCustomer', { email })).toMatchObject({
        __typename: 'InvalidInput',
      })
    const input = { subject: 'S', body: 'B', customerEmail: ticket.customer.email }
    expect(await website.team.attempt('openTicket', input)).toMatchObject({ __typename: 'InvalidInput' })
  })
})
