import { expect } from 'vitest'
import type { Client } from '../support/client.ts'
import { imported, type oldTicket } from './ticket.ts'

const whole = `number subject status createdAt lastActivityAt solvedAt unreadCount messageCount preview externalId
  category { name } categoryName customer { email nickname createdAt } assignee { email } participants { email }
  messages(first: 50) { edges { node { position body bodyHtml via createdAt externalId
    author { __typename ... on Customer { name } ... on Operator { name } ... on Integration { id name } } } } }`

/** Imports one ticket and reads it as `caller`. */
export async function importAndRead(key: Client, input: ReturnType<typeof oldTicket>, caller: Client) {
  const [result] = (await key.run('importTickets', { tickets: [input] }, imported)).imported
  expect(result).toMatchObject({ externalId: input.externalId, created: true, issues: [] })
  const { ticketByExternalId } = await caller.ask(
    `query ($externalId: String!) { ticketByExternalId(externalId: $externalId) { ${whole} } }`,
    { externalId: input.externalId },
  )
  const messages = ticketByExternalId.messages.edges.map(({ node }: { node: object }) => node)
  return { ...ticketByExternalId, messages }
}
