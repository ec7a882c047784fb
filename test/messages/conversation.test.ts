import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db, transaction } = await import('../../server/database/db.ts')
const { rendererVersion } = await import('../../server/text/markdown.ts')
const { enqueue } = await import('../../server/jobs/jobs.ts')
const website = await createTestWebsite(origin, rootKey)
const ticket = 'ticket { id number status messageCount unreadCount preview }'

describe('a conversation', () => {
  test('goes from opening through answering and solving to reopening', async () => {
    const customer = await website.customer('jane@example.com')
    const operator = await website.operator()
    const opened = await customer.run('openTicket', { subject: 'Help', body: 'It *broke*.' }, ticket)
    expect(opened.ticket).toMatchObject({
      number: 1,
      status: 'OPEN',
      messageCount: 1,
      unreadCount: 0,
      preview: 'It *broke*.',
    })
    const { id: ticketId } = opened.ticket
    const answered = await operator.run(
      'reply',
      { ticketId, body: 'Try again.' },
      `newMessage { position via } ${ticket}`,
    )
    expect(answered).toMatchObject({
      newMessage: { position: 2, via: 'CONSOLE' },
      ticket: { status: 'PENDING', unreadCount: 0 },
    })
    const solved = await customer.run('setTicketStatus', { ticketId, status: 'SOLVED' }, ticket)
    expect(solved.ticket).toMatchObject({ status: 'SOLVED', unreadCount: 1 })
    const reopened = await customer.run('reply', { ticketId, body: 'Again!' }, ticket)
    expect(reopened.ticket).toMatchObject({ status: 'OPEN', messageCount: 3, unreadCount: 0 })
  })
})

describe('a time', () => {
  const moments = `createdAt lastActivityAt lastMessage { createdAt }
    newest: messages(last: 1) { edges { node { createdAt ticket { lastActivityAt } } } }
    all: messages { edges { node { createdAt } } }
    participants { addedAt }`

  test('is the same instant in every field of a response, and in every later one', async () => {
    await website.key.run('updateWebsite', { participantsEnabled: true }, '__typename')
    const customer = await website.customer('moment@example.com')
    const input = { subject: 'When?', body: 'Now', participants: ['joe@example.com'] }
    const { ticket: opened } = await customer.run('openTicket', input, `ticket { id ${moments} }`)
    const at = opened.createdAt
    const message = { createdAt: at, ticket: { lastActivityAt: at } }
    const fields = {
      createdAt: at,
      lastActivityAt: at,
      lastMessage: { createdAt: at },
      newest: { edges: [{ node: message }] },
      all: { edges: [{ node: { createdAt: at } }] },
      participants: [{ addedAt: at }],
    }
    expect(opened).toEqual({ id: opened.id, ...fields })
    expect(Math.abs(Date.parse(at) - Date.now()), 'and it is now').toBeLessThan(10 * 60_000)
    const query = `query ($id: ID!) {
      ticket(id: $id) { ${moments} }
      node(id: $id) { ... on Ticket { ${moments} } }
      tickets(first: 1) { edges { node { ${moments} } } }
    }`
    const read = await customer.ask(query, { id: opened.id })
    expect(read).toEqual({ ticket: fields, node: fields, tickets: { edges: [{ node: fields }] } })

    const payload = `newMessage { id createdAt ticket { lastActivityAt } } ticket { ${moments} }`
    const { newMessage, ticket } = await customer.run(
      'reply',
      { ticketId: opened.id, body: 'Again' },
      payload,
    )
    const then = newMessage.createdAt
    expect([newMessage.ticket, ticket]).toMatchObject([
      { lastActivityAt: then },
      { createdAt: at, lastActivityAt: then, lastMessage: { createdAt: then } },
    ])
    const { node } = await customer.ask(
      'query ($id: ID!) { node(id: $id) { ... on Message { createdAt } } }',
      {
        id: newMessage.id,
      },
    )
    expect(node).toEqual({ createdAt: then })
  })
})

describe('the HTML of a message', () => {
  test('is stored when it is written, and read as stored', async () => {
    const customer = await website.customer('html@example.com')
    const { newMessage } = await writeOne(customer, 'It *broke*.')
    const id = newMessage.id
    expect(newMessage.bodyHtml).toBe('<p>It *broke*.</p>')
    const stored = { bodyHtml: '<p>As stored</p>' }
    await db.message.updateMany({ where: { body: 'It *broke*.', bodyHtml: { not: null } }, data: stored })
    const shown = await customer.ask('query ($id: ID!) { node(id: $id) { ... on Message { bodyHtml } } }', {
      id,
    })
    expect(shown.node).toEqual(stored)
  })

  const german = { locale: 'de', question: 'Warum?', answer: '_Darum_' }

  test('of an older renderer, or missing, is rendered for the reader, and replaced in the background', async () => {
    const customer = await website.customer('older@example.com')
    const { newMessage } = await writeOne(customer, '_Older_')
    const { faq } = await (await website.operator()).run(
      'createFaq',
      { question: 'Why?', answer: '_Because_', translations: [german] },
      'faq { id answerHtml }',
    )
    const { websiteId } = website
    await db.message.updateMany({
      where: { ticket: { websiteId } },
      data: { bodyHtml: '<p>Outdated</p>', rendererVersion: 0 },
    })
    const outdated = { ...german, answerHtml: '<p>Outdated</p>', rendererVersion: 0 }
    const data = { answerHtml: null, rendererVersion: 0, translations: [outdated] }
    await db.faq.updateMany({ where: { websiteId }, data })
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) {
      ... on Message { bodyHtml }
      ... on Faq { answerHtml }
    } }`
    const right = [{ bodyHtml: '<p>_Older_</p>' }, { answerHtml: '<p><em>Because</em></p>' }]
    const read = async () => (await customer.ask(query, { ids: [newMessage.id, faq.id] })).nodes
    expect(await read()).toEqual(right)
    await transaction((tx) => enqueue(tx, 'render', {}))
    await expect.poll(() => db.message.count({ where: { rendererVersion: 0 } })).toBe(0)
    await expect.poll(() => db.faq.count({ where: { rendererVersion: 0 } })).toBe(0)
    expect(await db.message.findFirst({ where: { body: '_Older_' } })).toMatchObject(right[0] ?? {})
    const translations = [{ ...german, answerHtml: '<p><em>Darum</em></p>', rendererVersion }]
    await expect
      .poll(() => db.faq.findFirst({ where: { websiteId } }))
      .toMatchObject({ ...right[1], translations })
    expect(await read()).toEqual(right)
  })
})

async function writeOne(customer: Client, body: string) {
  const { ticket } = await customer.run('openTicket', { subject: 'Help', body: 'Hi' }, 'ticket { id }')
  return customer.run('reply', { ticketId: ticket.id, body }, 'newMessage { id bodyHtml }')
}
