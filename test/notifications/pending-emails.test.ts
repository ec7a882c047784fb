import { describe, expect, test } from 'vitest'
import {
  type PendingEmail,
  pendingEmailsFor,
  type Reader,
  type TicketState,
} from '../../server/notifications/writing/pending-emails.ts'

const start = Date.UTC(2026, 0, 1)
/** A time, in seconds after the ticket was opened. */
const at = (seconds: number) => new Date(start + 1_000 * seconds)

const customer: Reader = {
  role: 'CUSTOMER',
  email: 'jane@example.com',
  readPosition: 1,
  emailedPosition: 0,
  since: at(0),
  trusted: true,
  receivedEmail: true,
  invitedEmail: false,
  solvedEmailAt: null,
}
const participant: Reader = {
  ...customer,
  role: 'PARTICIPANT',
  email: 'paul@example.com',
  readPosition: 0,
  receivedEmail: false,
  invitedEmail: true,
}
const operator: Reader = { ...participant, role: 'OPERATOR', email: 'ada@acme.com' }

/** Messages by their authors, ten seconds apart: j(ane), p(aul), a(da), k(ey). */
function conversation(authors: string): TicketState['messages'] {
  const emails: Record<string, string> = { j: customer.email, p: participant.email, a: operator.email }
  return [...authors].map((author, index) => ({
    position: index + 1,
    createdAt: at(10 * index),
    authorEmail: emails[author] ?? null,
    byTeam: 'ak'.includes(author),
    notify: true,
  }))
}
const ticket: TicketState = {
  messages: conversation('j'),
  solvedByTeamAt: null,
  justReceived: false,
  delay: 60_000,
}

/** `KIND first-last @due`: due 0 means at once. */
const brief = ({ kind, firstPosition, lastPosition, dueAt }: PendingEmail) =>
  `${kind} ${firstPosition > lastPosition ? 'nothing' : `${firstPosition}-${lastPosition}`} ` +
  (dueAt.getTime() === 0 ? 'at once' : `@${(dueAt.getTime() - start) / 1_000}`)

type Row = [fact: string, reader: Reader, state: Partial<TicketState> & { by?: string }, emails: string[]]

const rows: Row[] = [
  ['the customer: their own ticket', customer, {}, []],
  [
    'the customer: their new ticket',
    { ...customer, receivedEmail: false },
    { justReceived: true },
    ['RECEIVED 1-1 at once'],
  ],
  ['the customer: their new ticket, confirmed', customer, { justReceived: true }, []],
  ['the customer: a ticket that no longer looks new', { ...customer, receivedEmail: false }, {}, []],
  ['the customer: an answer', customer, { by: 'ja' }, ['REPLIED 2-2 @70']],
  ['the customer: an answer by a key', customer, { by: 'jk' }, ['REPLIED 2-2 @70']],
  ['the customer: several, due with the first', customer, { by: 'jaka' }, ['REPLIED 2-4 @70']],
  ['the customer: some read', { ...customer, readPosition: 2 }, { by: 'jaka' }, ['REPLIED 3-4 @80']],
  ['the customer: some emailed', { ...customer, emailedPosition: 3 }, { by: 'jaka' }, ['REPLIED 4-4 @90']],
  ['the customer: all read', { ...customer, readPosition: 4 }, { by: 'jaka' }, []],
  ['the customer: a participant', customer, { by: 'jp' }, ['REPLIED 2-2 @70']],
  ['the customer: their own among others’', customer, { by: 'jajaj' }, ['REPLIED 2-4 @70']],
  ['the customer: only their own', customer, { by: 'jjj' }, []],
  [
    'the customer: a ticket opened for them',
    { ...customer, readPosition: 0 },
    { by: 'a' },
    ['REPLIED 1-1 @60'],
  ],
  [
    'the customer: an answer to a new ticket',
    { ...customer, receivedEmail: false },
    { by: 'ja', justReceived: true },
    ['RECEIVED 1-1 at once', 'REPLIED 2-2 @70'],
  ],
  ['the customer: solved', customer, { solvedByTeamAt: at(5) }, ['SOLVED nothing @65']],
  ['the customer: answered and solved', customer, { by: 'ja', solvedByTeamAt: at(15) }, ['SOLVED 2-2 @70']],
  [
    'the customer: answered, read and solved',
    { ...customer, readPosition: 2 },
    { by: 'ja', solvedByTeamAt: at(15) },
    ['SOLVED nothing @75'],
  ],
  ['the customer: solved, and told', { ...customer, solvedEmailAt: at(70) }, { solvedByTeamAt: at(5) }, []],
  [
    'the customer: solved again',
    { ...customer, solvedEmailAt: at(70) },
    { solvedByTeamAt: at(80) },
    ['SOLVED nothing @140'],
  ],
  ['a participant: a new one', { ...participant, invitedEmail: false }, {}, ['INVITED 1-1 at once']],
  [
    'a participant: a stranger',
    { ...participant, invitedEmail: false, trusted: false },
    { by: 'ja' },
    ['INVITED nothing at once'],
  ],
  [
    'a participant: added later',
    { ...participant, invitedEmail: false, since: at(5) },
    {},
    ['INVITED nothing at once'],
  ],
  ['a participant: a new ticket', { ...participant, readPosition: 1 }, { justReceived: true }, []],
  ['a participant: one who has not accepted', { ...participant, trusted: false }, { by: 'jaj' }, []],
  [
    'a participant: what was written since they came',
    { ...participant, since: at(15) },
    { by: 'jajj' },
    ['REPLIED 3-4 @80'],
  ],
  ['a participant: their own', { ...participant, readPosition: 1 }, { by: 'jp' }, []],
  ['a participant: the team’s', { ...participant, readPosition: 1 }, { by: 'ja' }, ['REPLIED 2-2 @70']],
  [
    'a participant: solved',
    { ...participant, readPosition: 1 },
    { solvedByTeamAt: at(5) },
    ['SOLVED nothing @65'],
  ],
  [
    'a participant: solved before they came',
    { ...participant, readPosition: 1, since: at(10) },
    { solvedByTeamAt: at(5) },
    [],
  ],
  ['an operator: a new ticket', operator, {}, ['TEAM_OPENED 1-1 @60']],
  ['an operator: a new ticket with more', operator, { by: 'jjp' }, ['TEAM_OPENED 1-3 @60']],
  ['an operator: more', { ...operator, emailedPosition: 1 }, { by: 'jjp' }, ['TEAM_REPLIED 2-3 @70']],
  ['an operator: read by the team', { ...operator, readPosition: 3 }, { by: 'jjp' }, []],
  ['an operator: a ticket opened by the team', operator, { by: 'a' }, []],
  ['an operator: another operator’s', { ...operator, email: 'olaf@acme.com' }, { by: 'ka' }, []],
  ['an operator: solved', { ...operator, readPosition: 1 }, { solvedByTeamAt: at(5) }, []],
  ['an operator: not confirmed to them', operator, { justReceived: true }, ['TEAM_OPENED 1-1 @60']],
  ['an operator: their own as a customer', { ...operator, email: customer.email }, { by: 'jj' }, []],
]

describe('the emails due to', () => {
  test.each(rows)('%s', (_fact, reader, { by, ...state }, emails) => {
    const messages = conversation(by ?? 'j')
    expect(pendingEmailsFor(reader, { ...ticket, messages, ...state }).map(brief)).toEqual(emails)
  })
})
