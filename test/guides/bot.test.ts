import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { runScript } from './run-script.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')
const agent = await website.operator()
const folder = mkdtempSync(join(tmpdir(), 'ticket-center-bot-'))
const place = join(folder, 'place')
afterAll(() => rmSync(folder, { recursive: true }))

const start = () => runScript('bot.mjs', { API: `${origin}/graphql`, KEY: website.apiKey, PLACE: place })
const open = async (body: string): Promise<string> =>
  (await jane.run('openTicket', { subject: 'Help', body }, 'ticket { id }')).ticket.id
const seen =
  '... on Ticket { status unreadCount messageCount notes { body } messages { edges { node { via } } } }'
const look = async (id: string) =>
  (await agent.ask(`query ($id: ID!) { node(id: $id) { ${seen} } }`, { id })).node

const patiently = { timeout: 60_000 }

describe('the bot of the guide', () => {
  test('has at most 30 lines', () => {
    const script = readFileSync(join(import.meta.dirname, '../../docs/guides/bot.mjs'), 'utf8')
    expect(script.trimEnd().split('\n').length).toBeLessThanOrEqual(30)
  })

  test('answers by keyword, and leaves what it does not know to the team, unread', async () => {
    writeFileSync(place, '')
    const bot = start()
    const [known, unknown] = [await open('I lost my password'), await open('The printer is on fire')]
    await expect.poll(async () => (await look(known)).messageCount, patiently).toBe(2)
    await expect.poll(async () => (await look(unknown)).notes.length, patiently).toBe(1)
    expect((await look(known)).status).toBe('PENDING')
    expect(await look(unknown)).toMatchObject({ status: 'OPEN', unreadCount: 1, messageCount: 1 })
    await jane.run('reply', { ticketId: known, body: 'No, it did not' }, '__typename')
    expect(await look(known)).toMatchObject({ status: 'OPEN', unreadCount: 2 })
    await bot.kill()
    expect(bot.output()).toBe('')
  })

  test('answers once, even if it is restarted from an earlier position', async () => {
    const ticketId = await open('Where is my invoice?')
    const before = readFileSync(place, 'utf8')
    const first = start()
    await expect.poll(async () => (await look(ticketId)).messageCount, patiently).toBe(2)
    await first.kill()
    writeFileSync(place, before)
    // Only the answer's own status tells that it was given: undo that, too.
    await agent.run('setTicketStatus', { ticketId, status: 'OPEN' }, '__typename')
    const second = start()
    const later = await open('And the receipt?')
    await expect.poll(async () => (await look(later)).messageCount, patiently).toBe(2)
    expect((await look(ticketId)).messageCount).toBe(2)
    await second.kill()
  })
})
