import { describe, expect, test } from 'vitest'
import type { TeamEmail, TemplateData, TemplateKind } from '../../server/emails/data.ts'
import { mjml } from '../../server/emails/mjml.ts'
import { renderEmail } from '../../server/emails/render.ts'
import { readHtml } from './read-html.ts'
import { brand, kinds, question, samplesOf, teamEmail } from './samples.ts'
import { hostile } from './variants.ts'

const tricks = [
  ...hostile,
  '<mj-image src="https://evil.example/x.png" />',
  '<mj-include path="./package.json" type="html" />',
  '</title></head><body><img src=https://evil.example/x.png>',
  '</style><script src=//evil.example></script>',
  '{{brand.name}} {% include "https://evil.example" %} #{constructor} [[x]]',
  "' onerror='alert(1)",
  '`<img src=x onerror=alert(1)>`',
  '&lt;img src=https://evil.example/x.png&gt;',
  "$& $1 $` $'",
  '<![CDATA[</mj-text>]]>',
  '</mj-button></mj-column></mj-section>',
]

/** Every value that a user can write, all of them a trick. */
function tricked(trick: string, locale: string): TemplateData {
  const changes: Partial<TeamEmail> = {
    brand: { name: trick, accentColor: trick, logoUrl: trick },
    ticket: { number: 41, subject: trick },
    messages: [{ author: trick, body: trick, kind: 'team', createdAt: question().createdAt }],
    customer: { name: trick, email: 'nadia@berg.example' },
    categoryName: trick,
    url: trick,
  }
  const samples = samplesOf(locale, changes)
  return { ...samples, INVITED: { ...samples.INVITED, confirmUrl: null } }
}

/** Elements that the email is built of, except those from Markdown. */
async function elementsOf(kind: TemplateKind, trick: string, locale: string) {
  const { html } = await renderEmail(kind, tricked(trick, locale)[kind], locale)
  const read = readHtml(html)
  const tags = read.elements.map(({ tag }) => tag).filter((tag) => tag !== 'a' && tag !== 'code')
  return { ...read, tags }
}

describe('user content stays text', () => {
  test.each(tricks)('%j', async (trick) => {
    for (const locale of ['en', 'ar']) {
      for (const kind of kinds) {
        const { tags, elements, text, addresses } = await elementsOf(kind, trick, locale)
        expect(tags, kind).toEqual((await elementsOf(kind, 'plain', locale)).tags)
        expect(text, kind).toContain(trick.replace(/\s+/g, ' ').trim())
        const names = elements.flatMap(({ attributes }) => Object.keys(attributes))
        expect(names.filter((name) => name.startsWith('on'))).toEqual([])
        // Only an address in a message becomes a link.
        const written = /^https:\/\/(evil|tickets)\.example/
        expect(addresses.filter((address) => !written.test(address))).toEqual([])
      }
    }
  })

  test('an address within a name does not become a link', async () => {
    for (const kind of kinds) {
      const samples = { ...tricked(hostile[0] ?? '', 'en') }
      const data = samples[kind]
      const { html } = await renderEmail(kind, 'messages' in data ? { ...data, messages: [] } : data, 'en')
      expect(readHtml(html).addresses.join()).not.toContain('evil')
    }
  })
})

describe('an address', () => {
  const quoted = `https://kiln-and-clay.example/?a="><img src=x onerror=alert(1)>&b='#<b>`

  test('cannot break out of its attribute', async () => {
    const data = teamEmail('en', {
      url: quoted,
      muteUrl: quoted,
      brand: { ...brand, logoUrl: quoted },
    })
    for (const kind of ['TEAM_OPENED', 'REPLIED'] as const) {
      const { html } = await renderEmail(kind, data, 'en')
      const { elements, addresses } = readHtml(html)
      expect(elements.filter(({ tag }) => tag === 'img').map(({ attributes }) => attributes.src)).toEqual([
        new URL(quoted).href,
      ])
      expect(addresses.filter((address) => address === new URL(quoted).href)).toHaveLength(3)
      expect(elements.some(({ attributes }) => 'onerror' in attributes)).toBe(false)
    }
  })

  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/relative',
    'mailto:a@evil.example',
    '',
  ])('that is neither http nor https is never linked: %j', async (address) => {
    const data = teamEmail('en', { url: address, brand: { ...brand, logoUrl: address } })
    for (const kind of ['TEAM_OPENED', 'REPLIED'] as const) {
      const { html, text } = await renderEmail(kind, data, 'en')
      expect(readHtml(html).addresses).toEqual([data.muteUrl])
      if (address) expect(text).not.toContain(address)
    }
  })

  test('of this server must be valid, or no email is sent', async () => {
    const data = samplesOf('en', { muteUrl: 'javascript:alert(1)' })
    await expect(renderEmail('REPLIED', data.REPLIED, 'en')).rejects.toThrow('lacks')
    const invited = { ...samplesOf().INVITED, confirmUrl: 'javascript:alert(1)' }
    await expect(renderEmail('INVITED', invited, 'en')).rejects.toThrow('lacks')
  })
})

test('an invalid color is not used', async () => {
  const accentColor = '#fff;background:url(https://evil.example)'
  const { html } = await renderEmail(
    'REPLIED',
    samplesOf('en', { brand: { ...brand, accentColor } }).REPLIED,
    'en',
  )
  expect(html).not.toContain('evil')
})

test('control characters and halves of characters are removed', async () => {
  const data = teamEmail('en', {
    ticket: { number: 41, subject: 'a\u0000b\u0007c\ud800d' },
    customer: { name: 'e\u0000f\u001bg', email: 'nadia@berg.example' },
    messages: [
      { author: 'h\u0000i', body: 'j\u0000k\u0007l\ud800m', kind: 'team' as const, createdAt: new Date(0) },
    ],
  })
  for (const content of ['FULL', 'EXCERPT'] as const) {
    const { html, text, subject } = await renderEmail('TEAM_OPENED', { ...data, content }, 'en')
    for (const part of [html, text, subject]) {
      expect(part).not.toMatch(/[^\P{Cc}\n\t]/u)
      expect(part.isWellFormed()).toBe(true)
    }
  }
})

describe('mjml', () => {
  test('escapes interpolated values, except other mjml', () => {
    const inner = mjml`<mj-text>${'<b>'}</mj-text>`
    expect(mjml`<mj-column a="${'"\'&'}">${[inner, 3, null, false]}</mj-column>`.markup).toBe(
      '<mj-column a="&quot;&#39;&amp;"><mj-text>&lt;b&gt;</mj-text>3</mj-column>',
    )
  })

  test('throws on a missing value', () => {
    const values: string[] = []
    expect(() => mjml`<mj-text>${values[0] as string}</mj-text>`).toThrow('lacks a value')
  })

  test('an email with a missing value is not sent', async () => {
    const data = { ...samplesOf().TEAM_OPENED, customer: undefined } as unknown as TeamEmail
    await expect(renderEmail('TEAM_OPENED', data, 'en')).rejects.toThrow()
  })
})
