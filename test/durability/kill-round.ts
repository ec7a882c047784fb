import { onTestFinished } from 'vitest'
import { apiClient, type Client } from '../support/client.ts'
import { newEnvironment } from '../support/environment.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'

const writers = 8

/** What one writer sent: a ticket and its messages. */
interface Written {
  index: number
  ticket?: { id: string; number: number }
  acknowledged: { body: string; position: number; id: string }[]
  /** In flight when the server was killed: it may or may not be there. */
  uncertain?: { ticketId: string; body: string; idempotencyKey: string }
}

const customerEmail = 'jane@example.com'
const message = 'newMessage { id position body }'

/** Opens a ticket and posts messages until the server is gone. */
async function write(
  client: Client,
  round: number,
  index: number,
  acknowledge: () => unknown,
): Promise<Written> {
  const written: Written = { index, acknowledged: [] }
  try {
    const opened = await client.run(
      'openTicket',
      {
        subject: `Round ${round}, writer ${index}`,
        body: 'Start',
        customerEmail,
        idempotencyKey: `${round}:${index}`,
      },
      'ticket { id number }',
    )
    written.ticket = opened.ticket
    for (let sent = 0; ; sent++) {
      const input = {
        ticketId: opened.ticket.id,
        body: `${round}:${index}:${sent}`,
        idempotencyKey: `${round}:${index}:${sent}`,
      }
      written.uncertain = input
      written.acknowledged.push((await client.run('reply', input, message)).newMessage)
      acknowledge()
    }
  } catch (error) {
    if (!(error instanceof TypeError && error.message === 'fetch failed')) {
      // A response that breaks off is the kill, too; anything else is a fault.
      if (!/terminated|JSON|socket|closed/i.test(String(error))) throw error
    }
    return written
  }
}

async function conversation(client: Client, id: string) {
  const messages: { id: string; position: number; body: string }[] = []
  for (let after: string | null = null, more = true; more; ) {
    const page = await client.ask(
      `query ($id: ID!, $after: String) { ticket(id: $id) { messageCount messages(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor } edges { node { id position body } } } } }`,
      { id, after },
    )
    messages.push(...page.ticket.messages.edges.map((edge: { node: object }) => edge.node))
    ;({ endCursor: after, hasNextPage: more } = page.ticket.messages.pageInfo)
  }
  return messages
}

/** Kills a server this many times in a row, over one database. */
export async function killRounds(rounds: number): Promise<void> {
  const { variables, remove } = await newEnvironment()
  let server = spawnServer(variables)
  onTestFinished(async () => {
    await server.stop()
    remove()
  })
  const { apiKey } = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
  for (let round = 1; round <= rounds; round++) server = await killRound(server, variables, apiKey, round)
}

/**
 * Kills a server during many writes, restarts it and compares its data with what it had acknowledged. Returns the new
 * server. Throws on any loss, duplicate or gap.
 */
async function killRound(
  server: ServerProcess,
  variables: Record<string, string>,
  apiKey: string,
  round: number,
): Promise<ServerProcess> {
  const client = apiClient(await server.origin, apiKey)
  const enough = Promise.withResolvers<void>()
  let left = 5 + Math.floor(Math.random() * 40)
  const acknowledge = () => --left === 0 && enough.resolve()
  const writing = Promise.all(
    Array.from({ length: writers }, (_, index) => write(client, round, index, acknowledge)),
  )
  await enough.promise
  await server.stop('SIGKILL')
  const all = await writing
  const restarted = spawnServer(variables)
  const again = apiClient(await restarted.origin, apiKey)
  for (const { ticket, acknowledged, uncertain } of all) {
    if (!ticket || !uncertain) continue
    const repeated = (await again.run('reply', uncertain, message)).newMessage
    const kept = await conversation(again, ticket.id)
    const expected = [...acknowledged, repeated]
    kept.forEach(({ position }, place) => {
      if (position !== place + 1) throw new Error(`Ticket ${ticket.number} has a gap before ${position}`)
    })
    for (const { id, position, body } of expected) {
      const found = kept.filter((one) => one.body === body)
      if (found.length !== 1 || found[0]?.id !== id || found[0]?.position !== position) {
        throw new Error(
          `Message ${body} was acknowledged at ${position}, and is there: ${JSON.stringify(found)}`,
        )
      }
    }
    if (kept.length !== expected.length + 1) {
      throw new Error(`Ticket ${ticket.number} has ${kept.length} messages instead of ${expected.length + 1}`)
    }
  }
  await checkNumbers(again)
  return restarted
}

/** Throws unless the tickets are numbered without gaps or repeats. */
async function checkNumbers(client: Client) {
  const { ticket } = await client.run(
    'openTicket',
    { subject: 'After the kill', body: 'Start', customerEmail },
    'ticket { number }',
  )
  const { tickets } = await client.ask('{ tickets(first: 0) { totalCount } }')
  if (tickets.totalCount !== ticket.number) {
    throw new Error(`Ticket ${ticket.number} is the newest of ${tickets.totalCount}`)
  }
}
