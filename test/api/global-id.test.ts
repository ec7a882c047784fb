import { expect, test } from 'vitest'
import { decodeGlobalID, encodeGlobalID, localId } from '../../server/api/global-id.ts'

const id = '01890000-abcd-7000-8000-000000000000'

test('an id in upper case is the same id', () => {
  const upper = encodeGlobalID('Ticket', id.toUpperCase())
  expect([localId('Ticket', upper), decodeGlobalID(upper)]).toEqual([id, { typename: 'Ticket', id }])
})

test.for([
  '',
  'x',
  encodeGlobalID('Customer', id),
  encodeGlobalID('Ticket', 'x'),
  encodeGlobalID('Ticket', `${id}:1`),
])('%j is no id of a ticket', (text) => {
  expect(localId('Ticket', text)).toBeNull()
})
