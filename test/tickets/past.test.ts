import { expect, test } from 'vitest'
import { pastOf } from '../../server/tickets/past/past.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute))
const nobody = { customerId: null, operatorId: null, apiKeyId: null }
const by = {
  customer: { ...nobody, customerId: 'jane' },
  operator: { ...nobody, operatorId: 'ada' },
  key: { ...nobody, apiKeyId: 'key' },
}

/** Messages at minutes 0, 10, 20 …, and the reconstructed events: the minute, the type, and the change. */
function typesOf(authors: (keyof typeof by)[], more: Partial<Parameters<typeof pastOf>[0]> = {}) {
  const messages = authors.map((author, index) => ({
    id: `${index + 1}`,
    createdAt: at(10 * index),
    ...by[author],
  }))
  const ticket = {
    createdAt: at(0),
    status: 'OPEN' as const,
    solvedByTeamAt: null,
    messages,
    participants: [],
  }
  return pastOf({ ...ticket, ...more }).map(({ event, createdAt }) => {
    const change = 'to' in event ? ` ${event.from}-${event.to}` : ''
    return `${createdAt.getUTCMinutes()} ${event.type}${change}`
  })
}

const opened = ['0 TICKET_OPENED', '0 MESSAGE_POSTED']

test.for<[string, Parameters<typeof typesOf>, string[]]>([
  ['a new ticket', [['customer']], opened],
  ['one that the team opened', [['key'], { status: 'PENDING' }], opened],
  ['two messages of one side', [['customer', 'customer']], [...opened, '10 MESSAGE_POSTED']],
  [
    'an answer and another question',
    [['customer', 'operator', 'customer']],
    [
      ...opened,
      ...['10 MESSAGE_POSTED', '10 STATUS_CHANGED OPEN-PENDING'],
      ...['20 MESSAGE_POSTED', '20 STATUS_CHANGED PENDING-OPEN'],
    ],
  ],
  [
    'one that the team has solved',
    [['customer'], { status: 'SOLVED', solvedByTeamAt: at(5) }],
    [...opened, '5 STATUS_CHANGED OPEN-SOLVED'],
  ],
  ['one that the customer solved at an unknown time', [['customer'], { status: 'SOLVED' }], opened],
  [
    'participants, except those it was opened with',
    [
      ['customer', 'customer'],
      { participants: [0, 5].map((minute) => ({ id: 'paul', addedAt: at(minute) })) },
    ],
    [...opened, '5 PARTICIPANT_ADDED', '10 MESSAGE_POSTED'],
  ],
  [
    'messages whose clocks differed, in the order of their positions',
    [['customer', 'customer'], { createdAt: at(15) }],
    ['15 TICKET_OPENED', '15 MESSAGE_POSTED', '15 MESSAGE_POSTED'],
  ],
  ['a ticket without a message', [[]], []],
])('the past is reconstructed for %s', (_row) => {
  const [, [authors, more], expected] = _row
  expect(typesOf(authors, more)).toEqual(expected)
})
