import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished } from 'vitest'
import type { Client } from '../support/client.ts'
import { newEnvironment } from '../support/environment.ts'
import { freePort } from '../support/free-port.ts'
import { killWhileWriting, randomShares, type Write } from '../support/kill-while-writing.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'
import { edit, prepare } from './random-edits.ts'
import { runScript } from './run-script.ts'

const shown = 'id number status subject categoryName customer { email } assignee { name }'

// biome-ignore lint/suspicious/noExplicitAny: a ticket as it was asked for
const ticketLine = ({ id, number, status, subject, categoryName, customer, assignee }: any) =>
  [id, number, status, subject, categoryName, customer.email, assignee?.name].join(' ')

/** What the server has: a line for each ticket and message. */
async function stateOf(key: Client): Promise<string[]> {
  const lines: string[] = []
  for (let after = ''; ; ) {
    const page = `tickets(orderBy: CREATED_OLDEST, first: 100${after && `, after: "${after}"`})`
    const { tickets } = await key.ask(
      `{ ${page} { edges { node { ${shown} } } pageInfo { endCursor hasNextPage } } }`,
    )
    for (const { node } of tickets.edges) lines.push(ticketLine(node))
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
  const db = new DatabaseSync(file, { timeout: 10_000 })
  const tickets = db.prepare('SELECT json FROM tickets').all()
  const messages = db.prepare('SELECT * FROM messages').all()
  db.close()
  return [
    ...tickets.map(({ json }) => ticketLine(JSON.parse(String(json)))),
    ...messages.map(({ id, ticketId, position, json }) => {
      return `${ticketId} ${position} ${id} ${JSON.parse(String(json)).body}`
    }),
  ].sort()
}

/**
 * Kills the copy as often as `rounds`, and the server with it every second time, while four writers make `edits` or a few
 * more: each kill comes after a random number of them. Then expects the copy to be what the server has. Returns the edits,
 * by their kinds.
 */
export async function copyWhileKilling(rounds: number, edits: number): Promise<string[]> {
  const { variables, remove } = await newEnvironment()
  const folder = mkdtempSync(join(tmpdir(), 'ticket-center-sync-'))
  const PORT = String(await freePort())
  const startServer = () => spawnServer({ ...variables, PORT })
  let server = startServer()
  const website = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
  const { apiKey, key } = website
  await prepare(key)
  const FILE = join(folder, 'copy.sqlite')
  const forScripts = { API: `http://localhost:${PORT}/graphql`, KEY: apiKey, FILE }
  const startCopy = () => runScript('sync.mjs', forScripts)
  let copy = startCopy()
  onTestFinished(async () => {
    await Promise.all([server.stop(), copy.kill()])
    rmSync(folder, { recursive: true })
    remove()
  })
  const made: string[] = []
  const write: Write = (count, ending) =>
    edit(
      website,
      (kind) => {
        made.push(kind)
        count()
      },
      ending,
    )
  for (const [round, share] of randomShares(rounds, edits).entries()) {
    await server.origin
    const killsServer = round % 2 === 0
    await killWhileWriting(share, write, () =>
      Promise.all([copy.kill(), killsServer && server.stop('SIGKILL')]),
    )
    if (killsServer) server = startServer()
    copy = startCopy()
  }
  expect(made.length).toBeGreaterThanOrEqual(edits)
  await server.origin
  const whole = await stateOf(key)
  expect(whole.length).toBeGreaterThan(rounds * 4)
  // The log does not tell what was erased.
  const missing = async () => {
    const check = runScript('sync-erased.mjs', forScripts)
    await check.exited
    expect(check.output()).toBe('')
    const copied = new Set(copyOf(FILE))
    return whole.filter((line) => !copied.has(line)).length
  }
  await expect.poll(missing, { timeout: 240_000, interval: 1_000 }).toBe(0)
  expect(copyOf(FILE)).toEqual(whole)
  return made
}
