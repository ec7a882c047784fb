import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { key } = website
const browser = await startBrowser()
const jane = await website.customer('jane@example.com')

const { page, complaints } = await openPage(browser, { viewport: { width: 1280, height: 900 } })
await page.goto(consoleOf(website, 'ada@acme.com').linkTo())

async function openTicket(subject: string): Promise<string> {
  const { ticket } = await jane.run('openTicket', { subject, body: 'It is cold' }, 'ticket { id }')
  await page.locator('.tc-ticket', { hasText: subject }).click()
  await page.locator('.tc-pane-title', { hasText: subject }).waitFor()
  await page.locator('.tc-message', { hasText: 'It is cold' }).waitFor()
  return ticket.id
}
const messagesOf = async (id: string): Promise<string[]> => {
  const query = 'query ($id: ID!) { ticket(id: $id) { messages { edges { node { body } } } } }'
  const { ticket } = await jane.ask(query, { id })
  return ticket.messages.edges.map(({ node }: { node: { body: string } }) => node.body)
}

test('a note is written in its own tab, shown apart from messages, and seen by the team at once', async () => {
  const ticketId = await openTicket('Oven')
  const reply = page.getByLabel('Your reply')
  await reply.fill('A reply that is not sent')
  await page.getByRole('tab', { name: 'Note' }).click()
  const note = page.getByLabel('Your note')
  await note.fill('Ask **Paul** first')
  await page.getByRole('tab', { name: 'Reply' }).click()
  expect(await reply.inputValue()).toBe('A reply that is not sent')
  await page.getByRole('tab', { name: 'Note' }).click()
  expect(await note.inputValue()).toBe('Ask **Paul** first')
  await note.press('Control+Enter')
  await page.locator('.tc-note strong', { hasText: 'Paul' }).waitFor()
  expect(await note.inputValue()).toBe('')
  await key.run('addNote', { ticketId, body: 'From the robot' }, '__typename')
  await page.locator('.tc-note', { hasText: 'From the robot' }).waitFor()
  expect(await messagesOf(ticketId)).toEqual(['It is cold'])
  expect(complaints).toEqual([])
})

test('a proposed reply appears at once, and is sent, edited or discarded', async () => {
  const ticketId = await openTicket('Fuse box')
  const propose = (body: string) => key.run('proposeReply', { ticketId, body }, '__typename')
  const card = page.locator('.tc-proposal')
  await propose('Try the **switch**')
  await card.getByText('Try the **switch**').waitFor()
  await card.getByRole('button', { name: 'Send' }).click()
  await page.locator('.tc-message strong', { hasText: 'switch' }).waitFor()
  await card.waitFor({ state: 'detached' })

  await propose('Try the fuse')
  await card.getByRole('button', { name: 'Edit' }).click()
  await card.getByLabel('Your reply').fill('Try the other fuse')
  await card.getByRole('button', { name: 'Send' }).click()
  await page.locator('.tc-message', { hasText: 'Try the other fuse' }).waitFor()

  await propose('Never sent')
  await card.getByRole('button', { name: 'Discard' }).click()
  await card.waitFor({ state: 'detached' })
  expect(await messagesOf(ticketId)).toEqual(['It is cold', 'Try the **switch**', 'Try the other fuse'])
  expect(complaints).toEqual([])
})
