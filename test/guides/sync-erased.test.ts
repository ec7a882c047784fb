import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { runScript } from './run-script.ts'

const { origin, rootKey } = await startApp()
const { transaction } = await import('../../server/database/db.ts')

test('a copy loses what was erased and deleted, and nothing else', async () => {
  const { apiKey, websiteId, customer, key } = await createTestWebsite(origin, rootKey)
  for (const name of ['jane', 'joe', 'jim']) {
    const input = { subject: `Of ${name}`, body: `By ${name}` }
    await (await customer(`${name}@example.com`)).run('openTicket', input, '__typename')
  }
  const folder = mkdtempSync(join(tmpdir(), 'ticket-center-sync-'))
  const FILE = join(folder, 'copy.sqlite')
  const variables = { API: `${origin}/graphql`, KEY: apiKey, FILE }
  const copy = runScript('sync.mjs', variables)
  onTestFinished(async () => {
    await copy.kill()
    rmSync(folder, { recursive: true })
  })
  function copied(): string[] {
    const file = new DatabaseSync(FILE, { timeout: 10_000 })
    const rows = ['tickets', 'messages'].flatMap((table) => file.prepare(`SELECT json FROM ${table}`).all())
    file.close()
    return rows.map(({ json }) => JSON.parse(String(json))).map(({ subject, body }) => subject ?? body)
  }
  const copiedAs = (texts: string[]) =>
    expect
      .poll(
        () => {
          try {
            return copied().sort()
          } catch {
            return []
          }
        },
        { timeout: 60_000 },
      )
      .toEqual(texts.sort())
  await copiedAs(['Of jane', 'Of joe', 'Of jim', 'By jane', 'By joe', 'By jim'])

  await key.run('eraseCustomer', { email: 'jane@example.com' }, '__typename')
  // What happens later brings the ticket to the copy as it is, but not its erased messages.
  const { tickets } = await key.ask(
    '{ tickets(orderBy: CREATED_OLDEST, first: 1) { edges { node { id } } } }',
  )
  const ticketId = tickets.edges[0].node.id
  await key.run('reply', { ticketId, body: 'By the team' }, '__typename')
  await copiedAs(['[…]', 'Of joe', 'Of jim', 'By jane', 'By joe', 'By jim', 'By the team'])
  await transaction((tx) => tx.ticket.deleteMany({ where: { websiteId, subject: 'Of joe' } }))
  const script = runScript('sync-erased.mjs', variables)
  await script.exited
  expect(script.output()).toBe('')
  expect(copied().sort()).toEqual(['By jim', 'By the team', 'Of jim', '[…]', '[…]'])
})
