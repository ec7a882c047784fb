import { describe, expect, test } from 'vitest'
import { renderEmail } from '../../server/emails/render.ts'
import { kinds, question, samplesOf, ticketEmail, ticketKinds } from './samples.ts'
import { variants } from './variants.ts'

describe('the plain-text part', () => {
  test('is easy to read', async () => {
    const { text } = await renderEmail(
      'REPLIED',
      ticketEmail('en', { messages: [question(), ...ticketEmail().messages] }),
      'en',
    )
    expect(text).toBe(`2 new messages
Two labels for one parcel (#41)

* * *

Nadia Berg (nadia@berg.example)
March 3, 2026 at 2:05 PM UTC

Hello! I printed **two labels** for one parcel by mistake.

Can you cancel the second one, and will I get the money back?

* * *

Mara Lindqvist
March 3, 2026 at 2:31 PM UTC

Hello Nadia,

I have canceled the second label. The money is back on your card in *two to three days*.

You see both in [your shipments](https://kiln-and-clay.example/shipments).

* * *

Reply to this email, or open the ticket:
https://kiln-and-clay.example/support?ticket=41

-- 
You get this email because you opened a ticket at Kiln & Clay.
Mute this ticket or all emails
https://tickets.example/mail/mute-token
`)
  })

  test.each(kinds)('of %s has no HTML, and every address is on its own line', async (kind) => {
    const data = samplesOf('en', { messages: [] })[kind]
    const { text } = await renderEmail(kind, data, 'en')
    expect(text).not.toMatch(/<\/?[a-z][^@]*>|&(amp|lt|gt|quot|#\d+);/i)
    for (const line of text.split('\n')) if (line.includes('https:')) expect(line).toMatch(/^https:\S+$/)
    expect(text.includes('https://tickets.example/mail/mute-token\n')).toBe(
      ticketKinds.some((about) => about === kind),
    )
    expect(text).toMatch(/[^\n]\n$/)
    expect(text).not.toContain('\n\n\n')
  })

  test('shows a message as written, with uniform line breaks', async () => {
    const body = 'a < b && c\r\n  indented\r\rlast "line"'
    const messages = [{ author: 'Mara', body, kind: 'team' as const, createdAt: new Date(0) }]
    const { text } = await renderEmail('REPLIED', ticketEmail('en', { messages }), 'en')
    expect(text).toContain('\n\na < b && c\n  indented\n\nlast "line"\n\n')
  })

  test('does not let anyone write a line outside their message', async () => {
    const trick = 'Mara\n\n-- \nMute\nhttps://evil.example'
    const messages = [{ author: trick, body: 'Hello', kind: 'team' as const, createdAt: new Date(0) }]
    const changes = {
      messages,
      ticket: { number: 1, subject: trick },
      customer: { name: trick, email: 'a@b.example' },
      categoryName: trick,
    }
    for (const kind of kinds) {
      const { text } = await renderEmail(kind, samplesOf('en', changes)[kind], 'en')
      expect(text).not.toMatch(/^https:\/\/evil/m)
      expect(text.match(/^-- $/gm)).toHaveLength(1)
    }
  })
})

describe('the subject', () => {
  test('is the same for a whole conversation, in every language', async () => {
    for (const locale of ['en', 'de', 'fr', 'es', 'ar']) {
      for (const kind of ticketKinds) {
        const samples = samplesOf('en')
        const data = { ...samples, INVITED: { ...samples.INVITED, confirmUrl: null } }[kind]
        expect((await renderEmail(kind, data, locale)).subject).toBe('Two labels for one parcel (#41)')
      }
    }
  })

  test.each([
    ['a\r\nBcc: b@evil.example', 'a Bcc: b@evil.example (#7)'],
    ['a\u0000\u0007\u0085\u2028b\t \u00a0c\u001b[0m', 'a b c [0m (#7)'],
    ['\u202egnp.exe', 'gnp.exe (#7)'],
    [' a\ud83d ', 'a\ufffd (#7)'],
    ['x'.repeat(200), `${'x'.repeat(200)} (#7)`],
    ['<b> & "c"', '<b> & "c" (#7)'],
  ])('is one line of plain text: %j', async (written, subject) => {
    const ticket = { number: 7, subject: written }
    expect((await renderEmail('REPLIED', ticketEmail('en', { ticket }), 'en')).subject).toBe(subject)
  })

  test('has a company’s name on one line, too', async () => {
    const brand = { name: 'Kiln\r\n& Clay', accentColor: null, logoUrl: null }
    for (const kind of ['TEST', 'INVITED'] as const)
      expect((await renderEmail(kind, samplesOf('en', { brand })[kind], 'en')).subject).toContain(
        'Kiln & Clay',
      )
  })
})

test('every variant in the preview can be rendered', async () => {
  expect(variants.length).toBeGreaterThan(20)
  for (const { kind, data, locale } of variants) {
    const { subject, html, text } = await renderEmail(kind, data, locale)
    for (const part of [subject, html, text]) expect(part).not.toMatch(/undefined|\[object|NaN|null\b/)
  }
})
