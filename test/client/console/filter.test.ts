import { expect, test } from 'vitest'
import { initialState, type Ticket } from '../../../client/console/state/state.ts'
import { withFilter } from '../../../client/console/state/tickets.ts'

const ticket = { id: 'one', status: 'OPEN', number: 1 } as Ticket
const listed = { ...initialState, tickets: [ticket], listed: true }

test('the list waits for the server after a change of its filter', () => {
  expect(withFilter(listed, { ...listed.filter, view: 'ALL' })).toMatchObject({ listed: false })
})

test('the list does not wait where the same tickets are asked for', () => {
  const { view } = listed.filter
  expect(withFilter(listed, { ...listed.filter, view })).toEqual(listed)
  const viewBefore = 'ALL'
  expect(withFilter(listed, { ...listed.filter, viewBefore })).toMatchObject({
    filter: { viewBefore },
    listed: true,
  })
})
