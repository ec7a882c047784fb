import { describe, expect, test } from 'vitest'
import { inOneCase } from '../../server/tickets/search/letter-case.ts'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)

/** Opens a ticket with this text; returns whether a search for another text finds it. */
async function finds(text: string, search: string) {
  const input = { subject: 'Help', body: text, customerEmail: 'jane@example.com' }
  const { ticket } = await website.key.run('openTicket', input, 'ticket { id }')
  const query = 'query ($search: String) { tickets(filter: { search: $search }) { edges { node { id } } } }'
  const { tickets } = await website.key.ask(query, { search })
  return tickets.edges.some(({ node }: { node: { id: string } }) => node.id === ticket.id)
}

describe('a search ignores case and finds', () => {
  test.for([
    ['ärger', 'ÄRGER'],
    ['ÄRGER', 'ärger'],
    ['ışık', 'IŞIK'],
    ['IŞIK', 'ışık'],
    ['İstanbul', 'istanbul'],
    ['istanbul', 'İSTANBUL'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['σίσυφος', 'ΣΊΣΥΦΟΣ'],
    ['ΑΓΆΠΗ', 'αγάπη'],
    ['ПРИВЕТ', 'привет'],
    ['Straße', 'STRAßE'],
    ['cafe\u0301', 'CAF\u00c9'],
    ['CAF\u00c9', 'cafe\u0301'],
    ['ＦＡＸ', 'ＦＡＸ'],
    ['日本', '日本'],
    ['100 % _sure_', '% _SURE'],
  ])('%s by %s', async ([text, search = '']) => {
    expect(await finds(`${text} ${crypto.randomUUID()}`, search)).toBe(true)
  })

  test('but not other letters', async () => {
    expect(await finds('ärger', 'arger')).toBe(false)
    expect(await finds('sigma', 'σ')).toBe(false)
  })
})

test('only the letters of the search are replaced', () => {
  expect(inOneCase('Zoë')).toEqual({ text: 'Zoë', from: 'Ë', to: 'ë' })
  expect(inOneCase('wort')).toEqual({ text: 'wort', from: '', to: '' })
})
