import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { apiClient, type Client } from '../support/client.ts'
import { newEnvironment } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'
import { startReceiver } from '../support/webhook-receiver.ts'
import { addEndpoint } from '../support/webhooks.ts'
import { createTestWebsite } from '../support/website.ts'

/** More rounds by hand: `WEBHOOK_KILL_ROUNDS=10 npx vitest run --config test/vitest.config.ts webhooks/kill`. */
const rounds = Number(process.env.WEBHOOK_KILL_ROUNDS ?? 1)

/** Changes a ticket until the server is gone. */
async function write(key: Client): Promise<void> {
  try {
    const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
    const { ticket } = await key.run('openTicket', input, 'ticket { id }')
    for (let change = 0; change < 200; change++) {
      const status = change % 2 === 0 ? 'SOLVED' : 'OPEN'
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
  for (let after: string | null = null; ; ) {
    const { events } = await key.ask(
      'query ($after: String) { events(after: $after, first: 100) { edges { node { id } } pageInfo { endCursor hasNextPage } } }',
      { after },
    )
    ids.push(...events.edges.map(({ node }: { node: { id: string } }) => node.id))
    if (!events.pageInfo.hasNextPage) return ids
    after = events.pageInfo.endCursor
  }
}

test('after kills -9 at any moment, every event has been posted under its own id', async () => {
  const { variables, remove } = await newEnvironment()
  const receiver = await startReceiver()
  const start = () => spawnServer({ ...variables, WEBHOOK_ALLOW_PRIVATE: 'on' })
  let server = start()
  onTestFinished(async () => {
    await server.stop()
    remove()
  })
  // Some get no answer: those are in flight when the process is killed.
  receiver.set('/hook', (response) => Math.random() < 0.9 && response.writeHead(204).end())
  const { apiKey, key } = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
  await addEndpoint(key, receiver.url('/hook'))
  for (let round = 0; round < rounds; round++) {
    const client = apiClient(await server.origin, apiKey)
    const writing = [write(client), write(client)]
    await receiver.count('/hook', receiver.at('/hook').length + 1)
    await sleep(Math.random() * 1_500)
    await server.stop('SIGKILL')
    await Promise.all(writing)
    server = start()
  }
  receiver.set('/hook', 204)
  const again = apiClient(await server.origin, apiKey)
  const arrived = () => new Set(receiver.at('/hook').map(({ id }) => id))
  const missed = async () => (await eventIds(again)).filter((id) => !arrived().has(id))
  await expect.poll(missed, { timeout: 240_000, interval: 1_000 }).toEqual([])
  const known = await eventIds(again)
  expect(known.length).toBeGreaterThan(rounds * 3)
  expect([...arrived()].filter((id) => !known.includes(id))).toEqual([])
})
