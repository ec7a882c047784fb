import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished } from 'vitest'
import { apiClient, type Client } from '../support/client.ts'
import { newEnvironment } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'
import { startReceiver } from '../support/webhook-receiver.ts'
import { addEndpoint } from '../support/webhooks.ts'
import { createTestWebsite } from '../support/website.ts'

/** Opens a ticket and changes it until the server is gone, or `edits` times. */
async function write(key: Client, edits: number): Promise<void> {
  try {
    const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
    const { ticket } = await key.run('openTicket', input, 'ticket { id }')
    for (let edit = 0; edit < edits; edit++) {
      const status = edit % 2 === 0 ? 'SOLVED' : 'OPEN'
      await key.run('setTicketStatus', { ticketId: ticket.id, status }, '__typename')
    }
  } catch (error) {
    // A response that breaks off is the kill; anything else is a fault.
    if (!/fetch failed|terminated|JSON|socket|closed/i.test(String(error))) throw error
  }
}

/** Ids of all events. */
async function eventIds(key: Client): Promise<string[]> {
  const ids: string[] = []
  const page = 'edges { node { id } } pageInfo { endCursor hasNextPage }'
  for (let after: string | null = null; ; ) {
    const query = `query ($after: String) { events(after: $after, first: 100) { ${page} } }`
    const { events } = await key.ask(query, { after })
    ids.push(...events.edges.map(({ node }: { node: { id: string } }) => node.id))
    if (!events.pageInfo.hasNextPage) return ids
    after = events.pageInfo.endCursor
  }
}

/**
 * Kills a server as often as `rounds` while tickets are edited, then expects that each event was posted, and nothing else.
 * Each of four writers makes at most `edits` in a round. There are more rounds until `least` events were posted.
 */
export async function killWhilePosting(rounds: number, edits: number, least = 0): Promise<void> {
  const { variables, remove } = await newEnvironment()
  const receiver = await startReceiver()
  const start = () => spawnServer({ ...variables, WEBHOOK_ALLOW_PRIVATE: 'on' })
  let server = start()
  onTestFinished(async () => {
    await server.stop()
    remove()
  })
  // Some get no response: those are in flight when the process is killed.
  receiver.set('/hook', (response) => Math.random() < 0.9 && response.writeHead(204).end())
  const { apiKey, key } = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
  await addEndpoint(key, receiver.url('/hook'))
  const arrived = () => new Set(receiver.at('/hook').map(({ id }) => id))
  for (let round = 0; round < rounds || arrived().size < least; round++) {
    const client = apiClient(await server.origin, apiKey)
    const writing = Promise.all(Array.from({ length: 4 }, () => write(client, edits)))
    await receiver.count('/hook', receiver.at('/hook').length + 1)
    await Promise.race([writing, sleep(Math.random() * 10 * edits)])
    await server.stop('SIGKILL')
    await writing
    server = start()
  }
  receiver.set('/hook', 204)
  const again = apiClient(await server.origin, apiKey)
  const missed = async () => (await eventIds(again)).filter((id) => !arrived().has(id)).length
  await expect.poll(missed, { timeout: 480_000, interval: 1_000 }).toBe(0)
  const known = new Set(await eventIds(again))
  expect(known.size).toBeGreaterThan(rounds * 3)
  expect([...arrived()].filter((id) => !known.has(id))).toEqual([])
  console.info(`${rounds} kills, ${known.size} events, ${receiver.at('/hook').length - known.size} twice`)
}
