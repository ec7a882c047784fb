import type { FrameLocator } from 'playwright-core'
import { expect } from 'vitest'
import type { TestWebsite } from '../support/website.ts'

/** What a visitor does in the frame, in any browser. Each waits for what it needs. */
export interface Visitor {
  press(button: string): Promise<void>
  write(field: string, text: string): Promise<void>
  see(selector: string, text?: string): Promise<void>
}

export function chromiumVisitor(frame: FrameLocator): Visitor {
  return {
    press: (button) => frame.getByRole('button', { name: button }).first().click(),
    write: (field, text) => frame.getByLabel(field).fill(text),
    see: (selector, text = '') => frame.locator(selector, { hasText: text }).first().waitFor(),
  }
}

/** A complete visit: a new ticket, a live answer, a reply, solved, and reopened. */
export async function visit({ press, write, see }: Visitor, website: TestWebsite): Promise<void> {
  const operator = await website.operator()
  await press('New ticket')
  await write('Subject', 'The oven stays cold')
  await write('Message', 'It was **warm** yesterday.')
  await press('Open ticket')
  await see('.tc-pane-title', 'The oven stays cold')
  await see('.tc-message--customer p', 'It was **warm** yesterday.')

  const { tickets } = await operator.ask('{ tickets { edges { node { id subject } } } }')
  const ticketId = tickets.edges[0].node.id
  const written = () => messagesOf(website, ticketId)
  await operator.run('reply', { ticketId, body: 'Is the *plug* in?' }, 'newMessage { id }')
  await see('.tc-message--operator em', 'plug')

  await write('Your reply', 'It is now. Thank you!')
  await press('Send')
  await expect.poll(async () => (await written()).at(-1)).toBe('It is now. Thank you!')

  await press('Mark as solved')
  await see('.tc-conversation .tc-status--solved')
  await write('Your reply', 'Cold again')
  await press('Send')
  await see('.tc-conversation .tc-status--open')
  expect(await written()).toEqual([
    'It was **warm** yesterday.',
    'Is the *plug* in?',
    'It is now. Thank you!',
    'Cold again',
  ])
}

export async function messagesOf({ key }: TestWebsite, ticketId: string): Promise<string[]> {
  const data = await key.ask(
    'query ($id: ID!) { ticket(id: $id) { messages(first: 100) { edges { node { body } } } } }',
    { id: ticketId },
  )
  return data.ticket.messages.edges.map(({ node }: { node: { body: string } }) => node.body)
}
