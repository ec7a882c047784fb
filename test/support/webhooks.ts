import type { Client } from './client.ts'

const delivery =
  'id type state attempts responseStatus responseBody failure requestBody createdAt nextAttemptAt'

/** Adds an endpoint and returns its id and secret. */
export async function addEndpoint(key: Client, url: string, more: object = {}) {
  const made = await key.run('createWebhookEndpoint', { url, ...more }, 'endpoint { id } secret')
  return { id: made.endpoint.id as string, secret: made.secret as string }
}

/** Deliveries of an endpoint, newest first. */
export async function deliveriesOf(key: Client, id: string) {
  const { node } = await key.ask(
    `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { deliveries(first: 50) { edges { node { ${delivery} } } } } } }`,
    { id },
  )
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  return node.deliveries.edges.map((edge: { node: any }) => edge.node)
}

/** Opens a ticket as a program, which is the cheapest way to have two events. */
export async function openTicket(key: Client) {
  const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
  return (await key.run('openTicket', input, 'ticket { id number }')).ticket as { id: string; number: number }
}

export const attemptsOf = async (key: Client, id: string): Promise<number[]> =>
  (await deliveriesOf(key, id)).map(({ attempts }: { attempts: number }) => attempts)
