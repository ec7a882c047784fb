import { describe, expect, test } from 'vitest'
import type { TeamEmail } from '../../server/emails/data.ts'
import { renderEmail } from '../../server/emails/render.ts'
import { readEmail, said } from './read-email.ts'
import { readHtml } from './read-html.ts'
import { answer, ticketEmail, ticketKinds } from './samples.ts'

const about = ticketKinds

/** What people wrote, each with a unique word. */
const written: Partial<TeamEmail> = {
  ticket: { number: 41, subject: 'Quince' },
  messages: [said('Damson **plum**', 'Medlar')],
  customer: { name: 'Bilberry', email: 'nadia@berg.example' },
}
const words = /quince|damson|plum|medlar|bilberry/i

describe('the whole message', () => {
  test.each(about)('is shown in %s, with its author and time', async (kind) => {
    const { shown, text } = await readEmail(kind, written)
    for (const part of [shown, text]) {
      expect(part).toContain('Quince')
      expect(part).toContain('Medlar')
      expect(part).toContain('January 1, 1970 at 12:00 AM UTC')
    }
    expect(shown).toContain('Damson plum')
    expect(text).toContain('Damson **plum**')
  })

  test('is rendered Markdown with inline styles', async () => {
    const body = '[a](https://x.example)\n\n`b`\n\n```\nc\n```\n\n- d\n\n1. e\n\n> f'
    const { html } = await readEmail('REPLIED', { messages: [said(body)] })
    const own = readHtml(html).elements.filter(({ tag }) => /^(a|code|pre|ul|ol|li|blockquote)$/.test(tag))
    expect(own.length).toBeGreaterThan(8)
    for (const { tag, attributes } of own) expect(attributes.style, tag).toBeTruthy()
  })

  test('is cut if it is too long for an email', async () => {
    const { text } = await readEmail('REPLIED', { messages: [said('a'.repeat(30_000))] })
    expect(text).toContain(`${'a'.repeat(20_000)}…`)
    expect(text).not.toContain('a'.repeat(20_001))
  })
})

describe('an excerpt', () => {
  const long = `*Damson* ${'word '.repeat(100)}Quince`

  test.each(about)('in %s is short, plain, and the same in both parts', async (kind) => {
    const { shown, text } = await readEmail(kind, { content: 'EXCERPT', messages: [said(long)] })
    const excerpt = /Damson( word)+( \w+)?…/.exec(text)?.[0] ?? ''
    expect(excerpt.length).toBeGreaterThan(140)
    expect(excerpt.length).toBeLessThanOrEqual(200)
    expect(shown).toContain(excerpt)
    for (const part of [shown, text]) expect(part).not.toMatch(/\*Damson|Quince/)
  })

  test('of a short message is the message, with its Markdown rendered only once', async () => {
    const { shown, text } = await readEmail('REPLIED', { content: 'EXCERPT', messages: [said('\\*a\\* b')] })
    for (const part of [shown, text]) expect(part).toContain('*a* b')
  })
})

describe('no user content', () => {
  test.each(about)('is in the body of %s if emails only link', async (kind) => {
    const { subject, html, text } = await readEmail(kind, { ...written, content: 'LINK_ONLY' })
    expect(subject).toBe('Quince (#41)')
    for (const part of [html, text]) {
      expect(part).not.toMatch(words)
      expect(part).toContain('#41')
    }
    expect(text).toContain('leaves out the message text')
  })

  test.each(['FULL', 'EXCERPT', 'LINK_ONLY'] as const)(
    'is in an unanswered invitation (%s)',
    async (content) => {
      const confirm = 'https://tickets.example/mail/confirm/token'
      const { subject, html, text } = await readEmail(
        'INVITED',
        { ...written, content, url: 'https://quince.example' },
        confirm,
      )
      expect(subject).toBe('Your address was added to a ticket at Kiln & Clay (#41)')
      for (const part of [subject, html, text]) expect(part).not.toMatch(words)
      for (const part of [readHtml(html).text, text]) {
        expect(part).toContain('nadia@berg.example opened ticket #41 at Kiln & Clay')
        expect(part).toContain('If you ignore this email, you will get no more emails about this ticket.')
      }
      expect(readHtml(html).addresses).toEqual([confirm, 'https://tickets.example/mail/mute-token'])
    },
  )
})

describe('several messages', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => said(`Message ${index + 1}.`, index % 2 ? 'Ola' : 'Mara'))

  test.each([10, 11, 15])(
    'of %i, the last ten are shown, oldest first, and the rest are counted',
    async (count) => {
      const { shown, text } = await readEmail('REPLIED', { messages: many(count) })
      for (const part of [shown, text]) {
        const numbers = [...part.matchAll(/Message (\d+)\./g)].map(([, number]) => Number(number))
        expect(numbers).toEqual(Array.from({ length: 10 }, (_, index) => count - 9 + index))
        if (count === 10) expect(part).not.toContain('not shown')
        if (count === 11) expect(part).toContain('One earlier message is not shown here.')
        if (count === 15) expect(part).toContain('5 earlier messages are not shown here.')
      }
    },
  )

  test('beyond those that were loaded are counted, too', async () => {
    const { text } = await readEmail('REPLIED', { messages: many(100), further: 50 })
    expect(text).toContain('140 earlier messages are not shown here.')
    expect(text).toContain('150 new messages')
  })

  test('are cut to an email’s limit, always including the newest', async () => {
    const { text } = await readEmail('REPLIED', {
      messages: ['a', 'b', 'c'].map((letter) => said(letter.repeat(19_000))),
    })
    expect(text).toContain('c'.repeat(19_000))
    expect(text).toContain('b'.repeat(19_000))
    expect(text).not.toContain('aaa')
    expect(text).toContain('One earlier message is not shown here.')
  })

  test.each([
    ['one author', [said('a'), said('b')], 'Mara replied'],
    ['several authors', [said('a'), said('b', 'Ola')], '2 new messages'],
    ['an author without a name', [said('a', '')], 'Kiln & Clay replied'],
    ['nobody', [], 'New message'],
  ])('by %s have a heading that says so', async (_, messages, heading) => {
    for (const kind of ['REPLIED', 'TEAM_REPLIED'] as const)
      expect((await readEmail(kind, { messages })).shown).toContain(heading)
  })
})

test('the inbox preview shows the newest message', async () => {
  for (const content of ['FULL', 'EXCERPT'] as const) {
    const data = ticketEmail('en', { content, messages: [said('Old'), answer()] })
    const { gist } = readHtml((await renderEmail('REPLIED', data, 'en')).html)
    expect(gist).toMatch(/^Hello Nadia, I have canceled the second label\./)
    expect(gist.length).toBeLessThanOrEqual(200)
  }
})
