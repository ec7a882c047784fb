import { expect, test } from 'vitest'
import { everyCaller } from '../support/callers.ts'
import { startEmailing } from '../support/emailing.ts'

const { origin, rootKey, idle, db } = await startEmailing()
const { website, callers, newTicket } = await everyCaller(origin, rootKey)
const { websiteId } = website
await db.website.update({ where: { id: websiteId }, data: { emailDelaySeconds: 0 } })
const ticket = await newTicket()
await idle()
const [row] = await db.email.findMany({ where: { websiteId, thread: { email: 'owner@example.com' } } })
const emailId = Buffer.from(`Email:${row?.id}`).toString('base64url')

/** Members of the team who may see the ticket; keys by their scopes. */
const team = ['agent', 'admin', 'reader', 'writer', 'fullKey']
/** Callers who may see its messages. */
const readers = [...team, 'owner', 'participant']

test.for(Object.entries(callers))(
  '%s sees the emails of a message only as part of its team',
  async ([name, client]) => {
    const query = `query ($id: ID!) { node(id: $id) { ... on Message { body emails { id to state } } } }`
    const { data } = await client.send(query, { id: ticket.lastMessage.id })
    if (!readers.includes(name)) return expect(data?.node ?? null).toBeNull()
    expect(data.node.body).toBe('Please')
    if (!team.includes(name)) return expect(data.node.emails).toBeNull()
    expect(data.node.emails).toContainEqual({ id: emailId, to: 'owner@example.com', state: 'SENT' })
  },
)

test.for(Object.entries(callers))(
  '%s reads an email by its id only as part of the team',
  async ([name, client]) => {
    const query = 'query ($id: ID!) { node(id: $id) { __typename ... on Email { to } } }'
    const { data } = await client.send(query, { id: emailId })
    const expected = team.includes(name) ? { __typename: 'Email', to: 'owner@example.com' } : null
    expect(data?.node ?? null).toEqual(expected)
  },
)
