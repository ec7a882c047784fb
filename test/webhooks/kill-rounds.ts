import { expect, onTestFinished } from 'vitest'
import { startHere } from '../support/app.ts'
import { apiClient, type Client } from '../support/client.ts'
import { newEnvironment } from '../support/environment.ts'
import { returnJobs } from '../support/jobs.ts'
import { killWhileWriting, randomShares } from '../support/kill-while-writing.ts'
import { spawnServer } from '../support/process.ts'
import { startReceiver } from '../support/webhook-receiver.ts'
import { addEndpoint } from '../support/webhooks.ts'
import { createTestWebsite } from '../support/website.ts'

const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }

/** Opens a ticket and changes it, once for each event that it counts. */
async function write(key: Client, count: () => void, ending: AbortSignal): Promise<void> {
  const { ticket } = await key.run('openTicket', input, 'ticket { id }')
  for (let edit = 0; !ending.aborted; edit++) {
    const status = edit % 2 === 0 ? 'SOLVED' : 'OPEN'
    await key.run('setTicketStatus', { ticketId: ticket.id, status }, '__typename')
    count()
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

/** Lets what was in flight at the kill be posted again without waiting until it counts as lost. */
async function returnTurns(killed: Date): Promise<void> {
  const { db } = await import('../../server/database/db.ts')
  await db.webhookDelivery.updateMany({ where: { state: 'QUEUED' }, data: { nextAttemptAt: killed } })
  await returnJobs(killed)
}

/**
 * Kills a server as often as `rounds` while four writers make `edits` or a few more: each kill comes once an event was
 * posted, and after a random number of edits. Then expects that each event was posted, and nothing else.
 */
export async function killWhilePosting(rounds: number, edits: number): Promise<void> {
  const { variables, remove } = await newEnvironment()
  const receiver = await startReceiver()
  const own = { ...variables, WEBHOOK_ALLOW_PRIVATE: 'on' }
  let server = spawnServer(own)
  onTestFinished(async () => {
    await server.stop()
    remove()
  })
  // Many get their response late: some of those are in flight when the process is killed. A few get none.
  receiver.set('/hook', (response) => {
    const luck = Math.random()
    if (luck > 0.002) setTimeout(() => response.writeHead(204).end(), luck < 0.1 ? Math.random() * 1_000 : 0)
  })
  const { apiKey, key } = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
  await addEndpoint(key, receiver.url('/hook'))
  const arrived = () => new Set(receiver.at('/hook').map(({ id }) => id))
  for (const [round, share] of randomShares(rounds, edits).entries()) {
    if (round > 0) server = spawnServer(own)
    const client = apiClient(await server.origin, apiKey)
    const posted = receiver.at('/hook').length
    await client.run('openTicket', input, '__typename')
    await receiver.count('/hook', posted + 1)
    await killWhileWriting(
      share,
      (count, ending) => write(client, count, ending),
      () => server.stop('SIGKILL'),
    )
  }
  receiver.set('/hook', 204)
  const killed = new Date()
  const last = await startHere(own)
  onTestFinished(last.stop)
  // Many rounds, which are in .ci/long, wait as long as it really takes.
  if (rounds === 1) await returnTurns(killed)
  const again = apiClient(last.origin, apiKey)
  const { numberEvents } = await import('../../server/events/numbering.ts')
  await numberEvents()
  const known = new Set(await eventIds(again))
  expect(known.size).toBeGreaterThan(edits)
  const missing = (ids: Set<string>, among: Set<string>) => [...ids].filter((id) => !among.has(id))
  await expect.poll(() => missing(known, arrived()).length, { timeout: 1_200_000, interval: 1_000 }).toBe(0)
  expect(missing(arrived(), known)).toEqual([])
  console.info(`${rounds} kills, ${known.size} events, ${receiver.at('/hook').length - known.size} twice`)
}
