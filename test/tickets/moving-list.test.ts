import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { key } = await createTestWebsite(origin, rootKey)

interface Page {
  edges: { cursor: string; node: { number: number } }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
}

const pageFields =
  'edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

async function page(args: string): Promise<Page> {
  return (await key.ask(`{ tickets(${args}) { ${pageFields} } }`)).tickets
}

const ids: string[] = []

async function open() {
  const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
  const { ticket } = await key.run('openTicket', input, 'ticket { id }')
  ids.push(ticket.id)
}

for (let number = 1; number <= 12; number++) await open()
const before = ids.map((_, index) => index + 1)

const bump = (number: number) => key.run('reply', { ticketId: ids[number - 1], body: 'More' }, '__typename')

const numbersOf = ({ edges }: Page) => edges.map(({ node }) => node.number)
const count = (numbers: number[], one: number) => numbers.filter((number) => number === one).length

/** Between two pages: the ticket that was listed first is moved to the top, and another one is opened. */
async function change(seen: number[]) {
  await bump(seen[0] ?? 1)
  await open()
}

test('paged forward while tickets move to the top and are opened, none is missed or listed twice', async () => {
  const seen: number[] = []
  for (let after = '', more = true; more; ) {
    const next = await page(`first: 3${after && `, after: "${after}"`}`)
    seen.push(...numbersOf(next))
    after = next.pageInfo.endCursor
    more = next.pageInfo.hasNextPage
    await change(seen)
  }
  expect(seen.toSorted((one, two) => one - two)).toEqual(before)
})

test('paged backward, none is missed: those that moved come again at the top', async () => {
  const known = ids.map((_, index) => index + 1)
  const moved = new Set<number>()
  const seen: number[] = []
  for (let end = '', more = true; more; ) {
    const next = await page(`last: 3${end && `, before: "${end}"`}`)
    const numbers = numbersOf(next).toReversed()
    seen.push(...numbers)
    end = next.pageInfo.startCursor
    more = next.pageInfo.hasPreviousPage
    if (moved.size < 3) {
      moved.add(numbers[0] ?? 0)
      await change(numbers)
    }
  }
  for (const number of known) expect(count(seen, number), `ticket ${number}`).toBe(moved.has(number) ? 2 : 1)
})
