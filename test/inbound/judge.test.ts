import { describe, expect, test } from 'vitest'
import { headerFields } from '../../server/inbound/header.ts'
import { type Addressee, judge } from '../../server/inbound/judge.ts'

const jane: Addressee = { role: 'CUSTOMER', email: 'jane@example.com', follows: true }

/** What becomes of a mail with these header lines, and why. */
function verdict(lines: string[], more: { envelopeFrom?: string | null; empty?: boolean } = {}, to = jane) {
  const from = lines.some((line) => /^from:/i.test(line)) ? [] : ['From: Jane <jane@example.com>']
  const fields = headerFields(Buffer.from([...from, ...lines, '', 'Text'].join('\r\n')))
  const result = judge({ fields, envelopeFrom: 'jane@example.com', empty: false, ...more }, to)
  return result.state === 'POSTED' ? 'POSTED' : `${result.state}: ${result.reason}`
}

describe('a mail is posted', () => {
  test.for<[string, string[]]>([
    ['of its recipient', []],
    ['with a bare address', ['From: jane@example.com']],
    ['with other letters', ['From: JANE@Example.COM']],
    ['with a folded name', ['From: =?utf-8?Q?J=C3=A4ne?=', '\t<jane@example.com>']],
    ['with a quoted name', ['From: "Doe, Jane <jd> (Acme) \\"x\\"" <jane@example.com>']],
    ['by somebody’s secretary', ['Sender: office@example.com']],
    ['that says it was not sent by a program', ['Auto-Submitted: no']],
    ['of a usual precedence', ['Precedence: normal']],
    ['whose text looks like a header', ['Subject: X-Ticket-Center: 1']],
  ])('%s', ([, lines]) => {
    expect(verdict(lines)).toBe('POSTED')
  })

  test.for([
    ['jane@bücher.example', 'jane@xn--bcher-kva.example'],
    ['jane@xn--bcher-kva.example', 'jane@Bücher.example'],
  ])('of a recipient whose domain is written in another way: %s as %s', ([email = '', from]) => {
    expect(verdict([`From: Jane <${from}>`], {}, { ...jane, email })).toBe('POSTED')
  })

  test('whose envelope is not known', () => {
    expect(verdict([], { envelopeFrom: null })).toBe('POSTED')
  })
})

describe('a mail is dropped', () => {
  test.for<[string, string, string[]]>([
    ['of our own', 'It is a mail of a ticket center', ['X-Ticket-Center: 0193a2b0']],
    ['that answers by itself', 'It is an automatic answer', ['Auto-Submitted: auto-replied (vacation)']],
    ['that a program sent', 'It is an automatic answer', ['auto-submitted: Auto-Generated; x=y']],
    ['of an absent person', 'It is an automatic answer', ['X-Autoreply: yes']],
    ['of an autoresponder', 'It is an automatic answer', ['X-Autorespond: Out of office']],
    ['in bulk', 'It is bulk mail', ['Precedence: bulk']],
    ['of a list', 'It is bulk mail', ['Precedence: List']],
    ['that is junk', 'It is bulk mail', ['Precedence: junk']],
    ['of an old autoresponder', 'It is bulk mail', ['Precedence: auto_reply']],
    ['of a mailing list', 'It is from a mailing list', ['List-Id: <users.example.com>']],
    ['of a mail server', 'It is from a mail server', ['From: Mail Delivery <MAILER-DAEMON@mx.example.com>']],
    ['of a postmaster', 'It is from a mail server', ['From: postmaster@example.com']],
    ['that reports', 'It is a delivery report', ['Content-Type: multipart/report; boundary=b']],
    ['that is a report', 'It is a delivery report', ['Content-Type: Message/Delivery-Status']],
    ['that says it was read', 'It is a delivery report', ['Content-Type: message/disposition-notification']],
  ])('%s', ([, reason, lines]) => {
    expect(verdict(lines)).toBe(`DROPPED: ${reason}`)
  })

  test('that came back', () => {
    expect(verdict([], { envelopeFrom: '' })).toBe('DROPPED: It is a bounce')
  })

  test('that says nothing', () => {
    expect(verdict([], { empty: true })).toBe('DROPPED: It says nothing')
  })

  test('by a program, whoever it says it is from', () => {
    expect(verdict(['From: evil@example.com', 'Auto-Submitted: auto-replied'])).toMatch(/^DROPPED/)
  })
})

const unclear = 'QUARANTINED: Who sent it cannot be told for certain'
const other = 'QUARANTINED: It was sent by somebody else than jane@example.com'

describe('a mail is quarantined', () => {
  test.for<[string, string, string[]]>([
    ['of somebody else', other, ['From: evil@example.com']],
    [
      'of somebody else with the name of the recipient',
      other,
      ['From: "jane@example.com" <evil@example.com>'],
    ],
    ['of a longer address', other, ['From: jane@example.com.evil.test']],
    ['of a look-alike', other, ['From: jane@exаmple.com']],
    [
      'of somebody else whom the recipient sends for',
      other,
      ['From: evil@e.test', 'Sender: jane@example.com'],
    ],
    ['of nobody', unclear, ['From:']],
    ['of two', unclear, ['From: jane@example.com, evil@example.com']],
    ['of two, named', unclear, ['From: Jane <jane@example.com>, Evil <evil@example.com>']],
    ['of two fields', unclear, ['From: jane@example.com', 'From: evil@example.com']],
    ['of two fields, the other way round', unclear, ['From: evil@example.com', 'From: jane@example.com']],
    ['of a group', unclear, ['From: Team: jane@example.com;']],
    ['with a comment', unclear, ['From: jane@example.com (Jane)']],
    ['with a comment about brackets', unclear, ['From: (<evil@example.com>) <jane@example.com>']],
    ['with a comment in a quotation', unclear, ['From: ") <evil@e.test>, (" (x) <jane@example.com>']],
    ['with two pairs of brackets', unclear, ['From: <evil@example.com> <jane@example.com>']],
    ['with text after the address', unclear, ['From: <jane@example.com> evil@example.com']],
    ['with a quoted mailbox', unclear, ['From: "jane"@example.com']],
    ['with a route', unclear, ['From: <@evil.test:jane@example.com>']],
    ['with blanks in its address', unclear, ['From: <jane @example.com>']],
    ['with an encoded address', unclear, ['From: =?utf-8?Q?jane=40example.com?=']],
    ['with an open quotation', unclear, ['From: "Jane <jane@example.com>']],
    ['with a From that has no end', unclear, [`From: ${'x'.repeat(2_000)} <jane@example.com>`]],
  ])('%s', ([, expected, lines]) => {
    expect(verdict(lines)).toBe(expected)
  })

  test('to an operator’s thread', () => {
    expect(verdict([], {}, { ...jane, role: 'OPERATOR' })).toBe(
      'QUARANTINED: Operators do not answer by mail',
    )
  })

  test('of somebody who no longer follows the ticket', () => {
    const former: Addressee = { ...jane, role: 'PARTICIPANT', follows: false }
    expect(verdict([], {}, former)).toBe('QUARANTINED: Its sender no longer follows the ticket')
  })
})
