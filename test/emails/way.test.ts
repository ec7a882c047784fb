import { describe, expect, test } from 'vitest'
import { readEmail, said } from './read-email.ts'
import { readHtml } from './read-html.ts'

describe('the next step', () => {
  test.each([
    [true, true, 'Reply to this email, or open the ticket:'],
    [true, false, 'Reply to this email, or write to us on the Kiln & Clay website.'],
    [false, true, null],
    [false, false, 'You can read the ticket and reply on the Kiln & Clay website.'],
  ])('with replies by email: %s, with an address: %s', async (answerable, linked, sentence) => {
    const url = linked ? 'https://kiln-and-clay.example/support' : null
    for (const kind of ['RECEIVED', 'REPLIED', 'SOLVED', 'INVITED'] as const) {
      const { html, shown, text } = await readEmail(kind, { answerable, url, messages: [said('a')] })
      for (const part of [shown, text]) {
        if (sentence) expect(part).toContain(sentence)
        else expect(part).not.toMatch(/Reply to this email|website/)
        expect(part.includes('Replies to this email are not read.')).toBe(!answerable)
        expect(part.includes('Reply to reopen it.')).toBe(answerable && kind === 'SOLVED')
        if (!linked) expect(part).not.toMatch(/open the ticket/i)
      }
      const mute = 'https://tickets.example/mail/mute-token'
      expect(readHtml(html).addresses).toEqual(url ? [url, mute] : [mute])
      expect(text.split('\n').filter((line) => line === url)).toHaveLength(linked ? 1 : 0)
    }
  })

  test('for operators is a link to their console', async () => {
    const url = 'https://kiln-and-clay.example/console'
    for (const kind of ['TEAM_OPENED', 'TEAM_REPLIED'] as const) {
      const { shown, text } = await readEmail(kind, { url })
      for (const part of [shown, text]) expect(part).toContain('Open in the console')
      expect(text.split('\n')).toContain(url)
    }
  })

  test('for an operator who signs in is the link, once, and nothing else', async () => {
    for (const kind of ['SIGN_IN', 'OPERATOR_INVITED'] as const) {
      const { html, shown, text } = await readEmail(kind, {})
      const url = 'https://tickets.example/console/website-id?token=sign-in-token'
      expect(readHtml(html).addresses).toEqual([url])
      expect(text.split('\n').filter((line) => line.includes('token'))).toEqual([url])
      for (const part of [shown, text]) expect(part).toMatch(/works once, within (15 minutes|24 hours)\./)
    }
  })
})

test('the button of a test email has no link, and plain text omits it', async () => {
  const { shown, html, text } = await readEmail('TEST', {})
  expect(shown).toContain('Open the ticket')
  expect(readHtml(html).addresses).toEqual([])
  expect(text).not.toMatch(/button|Open the ticket/)
})

test('operators see whose ticket it is, and its category', async () => {
  for (const kind of ['TEAM_OPENED', 'TEAM_REPLIED'] as const) {
    const { shown, text } = await readEmail(kind, {})
    expect(shown).toContain('From Nadia Berg <nadia@berg.example>')
    expect(shown).toContain('Category Shipping')
    expect(text).toContain('From: Nadia Berg <nadia@berg.example>\nCategory: Shipping\n')
    const bare = await readEmail(kind, {
      categoryName: null,
      customer: { name: 'a@b.example', email: 'a@b.example' },
    })
    expect(bare.text).toContain('From: a@b.example\n')
    expect(bare.text).not.toContain('Category')
  }
})
