import type { Client } from './client.ts'

interface Delivery {
  id: string
  type: string
  state: string
  attempts: number
  responseStatus: number | null
  responseBody: string | null
  failure: string | null
  requestBody: string | null
  createdAt: string
  nextAttemptAt: string | null
}
const fields =
  'id type state attempts responseStatus responseBody failure requestBody createdAt nextAttemptAt'

/** Adds an endpoint and returns its id and secret. */
export async function addEndpoint(key: Client, url: string, more: object = {}) {
  const made = await key.run('createWebhookEndpoint', { url, ...more }, 'endpoint { id } secret')
  return { id: made.endpoint.id as string, secret: made.secret as string }
}

/** Deliveries of an endpoint, newest first. */
export async function deliveriesOf(key: Client, id: string): Promise<Delivery[]> {
  const { node } = await key.ask(
    `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { deliveries(first: 50) { edges { node { ${fields} } } } } } }`,
    { id },
  )
  return node.deliveries.edges.map((edge: { node: Delivery }) => edge.node)
}

/** Opens a ticket as a program, which is the cheapest way to have two events. */
export async function openTicket(key: Client) {
  const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
  return (await key.run('openTicket', input, 'ticket { id number }')).ticket as { id: string; number: number }
}

export const attemptsOf = async (key: Client, id: string): Promise<number[]> =>
  (await deliveriesOf(key, id)).map(({ attempts }) => attempts)
