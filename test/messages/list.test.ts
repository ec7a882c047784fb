import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { key } = website
const foreign = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')
const open = async (body: string): Promise<string> =>
  (await jane.run('openTicket', { subject: 'Help', body }, 'ticket { id }')).ticket.id
await (await foreign.customer('jane@example.com')).run(
  'openTicket',
  { subject: 'No', body: 'No' },
  '__typename',
)
const [first, second] = [await open('1'), await open('2')]
const reply = (ticketId: string, body: string) =>
  key.run('reply', { ticketId, body }, 'newMessage { createdAt }')
await reply(second, '3')
await reply(first, '4')

async function list(args = '', filter: object | null = null) {
  const query = `query ($filter: MessageFilter) { messages(filter: $filter${args}) {
    edges { cursor node { body ticket { id } } } pageInfo { endCursor startCursor hasNextPage } } }`
  const { messages } = await key.ask(query, { filter })
  const bodies: string[] = messages.edges.map(({ node }: { node: { body: string } }) => node.body)
  return { bodies, ...messages.pageInfo }
}

describe('messages of all tickets are listed', () => {
  test('oldest first, only those of the website', async () => {
    expect((await list()).bodies).toEqual(['1', '2', '3', '4'])
  })

  test('in pages of one, forwards and backwards', async () => {
    const forwards: string[] = []
    const backwards: string[] = []
    for (let after = ''; forwards.length < 4; ) {
      const page = await list(`, first: 1${after && `, after: "${after}"`}`)
      expect(page.hasNextPage).toBe(forwards.length < 3)
      forwards.push(...page.bodies)
      after = page.endCursor
    }
    for (let before = ''; backwards.length < 4; ) {
      const page = await list(`, last: 1${before && `, before: "${before}"`}`)
      backwards.unshift(...page.bodies)
      before = page.startCursor
    }
    expect([forwards, backwards]).toEqual([
      ['1', '2', '3', '4'],
      ['1', '2', '3', '4'],
    ])
  })

  test('if they were posted after a time, exactly', async () => {
    const { newMessage } = await reply(first, '5')
    const createdAfter = newMessage.createdAt
    expect((await list('', { createdAfter })).bodies).toEqual([])
    await reply(second, '6')
    expect((await list('', { createdAfter })).bodies).toEqual(['6'])
  })
})
