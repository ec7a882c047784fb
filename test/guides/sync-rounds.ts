import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished } from 'vitest'
import { apiClient, type Client } from '../support/client.ts'
import { newEnvironment } from '../support/environment.ts'
import { freePort } from '../support/free-port.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'
import { runScript } from './run-script.ts'

const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }

/** Edits random tickets until the server is gone, or `edits` times. Returns how many it made. */
async function edit(key: Client, edits: number): Promise<number> {
  let made = 0
  try {
    const { ticket } = await key.run('openTicket', input, 'ticket { id }')
    for (; made < edits; made++) {
      const ticketId = ticket.id
      const status = ['OPEN', 'PENDING', 'SOLVED'][Math.floor(3 * Math.random())]
      if (Math.random() < 0.5) await key.run('setTicketStatus', { ticketId, status }, '__typename')
      else await key.run('reply', { ticketId, body: `Edit ${made}`, status }, '__typename')
    }
  } catch (error) {
    // A response that breaks off is the kill; anything else is a fault.
    if (!/fetch failed|terminated|JSON|socket|closed/i.test(String(error))) throw error
  }
  return made
}

/** What the server has: a line for each ticket and message. */
async function stateOf(key: Client): Promise<string[]> {
  const lines: string[] = []
  for (let after = ''; ; ) {
    const page = `tickets(orderBy: CREATED_OLDEST, first: 100${after && `, after: "${after}"`})`
    const { tickets } = await key.ask(
      `{ ${page} { edges { node { id number status } } pageInfo { endCursor hasNextPage } } }`,
    )
    for (const { node } of tickets.edges) lines.push(`${node.id} ${node.number} ${node.status}`)
    after = tickets.pageInfo.endCursor
    if (!tickets.pageInfo.hasNextPage) break
  }
  for (let after = ''; ; ) {
    const page = `messages(first: 100${after && `, after: "${after}"`})`
    const { messages } = await key.ask(
      `{ ${page} { edges { node { id position body ticket { id } } } pageInfo { endCursor hasNextPage } } }`,
    )
    for (const { node } of messages.edges)
      lines.push(`${node.ticket.id} ${node.position} ${node.id} ${node.body}`)
    after = messages.pageInfo.endCursor
    if (!messages.pageInfo.hasNextPage) return lines.sort()
  }
}

/** The same of the copy. */
function copyOf(file: string): string[] {
  const db = new DatabaseSync(file)
  const tickets = db.prepare('SELECT id, number, status FROM tickets').all()
  const messages = db.prepare('SELECT * FROM messages').all()
  db.close()
  return [
    ...tickets.map(({ id, number, status }) => `${id} ${number} ${status}`),
    ...messages.map(({ id, ticketId, position, json }) => {
      return `${ticketId} ${position} ${id} ${JSON.parse(String(json)).body}`
    }),
  ].sort()
}

/**
 * Kills server and copy as often as `rounds` while tickets are edited by four writers, each at most `edits` times in a
 * round. Then expects the copy to be what the server has. Returns the number of edits.
 */
export async function copyWhileKilling(rounds: number, edits: number): Promise<number> {
  const { variables, remove } = await newEnvironment()
  const folder = mkdtempSync(join(tmpdir(), 'ticket-center-sync-'))
  const PORT = String(await freePort())
  const startServer = () => spawnServer({ ...variables, PORT })
  let server = startServer()
  const { apiKey } = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
  const FILE = join(folder, 'copy.sqlite')
  const startCopy = () =>
    runScript('sync.mjs', { API: `http://localhost:${PORT}/graphql`, KEY: apiKey, FILE })
  let copy = startCopy()
  onTestFinished(async () => {
    await Promise.all([server.stop(), copy.kill()])
    rmSync(folder, { recursive: true })
    remove()
  })
  let made = 0
  for (let round = 0; round < rounds; round++) {
    const client = apiClient(await server.origin, apiKey)
    const writing = Promise.all(Array.from({ length: 4 }, () => edit(client, edits)))
    await Promise.race([writing, sleep(500 + Math.random() * 10 * edits)])
    await copy.kill()
    if (round % 2 === 0) await server.stop('SIGKILL')
    made += (await writing).reduce((sum, edits) => sum + edits, 0)
    if (round % 2 === 0) server = startServer()
    copy = startCopy()
  }
  const key = apiClient(await server.origin, apiKey)
  const whole = await stateOf(key)
  expect(whole.length).toBeGreaterThan(rounds * 4)
  const differences = () => {
    const copied = new Set(copyOf(FILE))
    return whole.filter((line) => !copied.has(line)).length
  }
  await expect.poll(differences, { timeout: 240_000, interval: 1_000 }).toBe(0)
  expect(copyOf(FILE)).toEqual(whole)
  return made
}
