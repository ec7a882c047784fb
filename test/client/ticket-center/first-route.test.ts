import { expect, test } from 'vitest'
import { firstRoute } from '../../../client/ticket-center/routing/first-route.ts'

test.each([
  ['41', { name: 'number', number: 41 }],
  ['#41', { name: 'number', number: 41 }],
  [decodeURIComponent('%2341'), { name: 'number', number: 41 }],
  ['VGlja2V0OjE=', { name: 'ticket', id: 'VGlja2V0OjE=' }],
  ['##41', { name: 'ticket', id: '##41' }],
  ['new', { name: 'new' }],
  [undefined, { name: 'list' }],
])('the ticket %s in the address opens %j first', (ticket, route) => {
  expect(firstRoute(ticket)).toEqual(route)
})
