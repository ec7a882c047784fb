import { describe, expect, test, vi } from 'vitest'
import { chooseLocale } from '../../server/emails/choose-locale.ts'
import type { TeamEmail } from '../../server/emails/data.ts'
import { renderEmail } from '../../server/emails/render.ts'
import { catalogues, english } from '../../server/languages/catalogues.ts'
import { readHtml } from './read-html.ts'
import { kinds, samplesOf } from './samples.ts'
import { variants } from './variants.ts'

describe('the language of an email', () => {
  test.each([
    ['de', 'de', 'ltr'],
    ['de-AT', 'de-AT', 'ltr'],
    ['DE_at', 'de-AT', 'ltr'],
    ['fr-CA', 'fr-CA', 'ltr'],
    ['es-419', 'es-419', 'ltr'],
    ['ar-EG', 'ar-EG', 'rtl'],
    ['ar-u-nu-latn', 'ar', 'rtl'],
    ['ar-Latn', 'en', 'ltr'],
    ['en-GB', 'en-GB', 'ltr'],
    ['hu', 'en', 'ltr'],
    ['und', 'en', 'ltr'],
    ['', 'en', 'ltr'],
    ['toString', 'en', 'ltr'],
    ['__proto__', 'en', 'ltr'],
    ['"><script>', 'en', 'ltr'],
    ['de_DE@euro', 'de-DE', 'ltr'],
    ['fr_CH.UTF-8', 'fr-CH', 'ltr'],
    ['de-CH-1996', 'de-CH', 'ltr'],
    ['gsw', 'de', 'ltr'],
    ['arz', 'ar', 'rtl'],
    ['de-Cyrl', 'en', 'ltr'],
    ['zz', 'en', 'ltr'],
  ])('for %j is %s', async (requested, locale, dir) => {
    expect(chooseLocale(requested).locale).toBe(locale)
    const { html } = await renderEmail('REPLIED', samplesOf().REPLIED, requested)
    const [root] = readHtml(html).elements
    expect(root?.attributes).toMatchObject({ lang: locale, dir })
  })

  test('formats dates and times for its region, in UTC wherever the server runs', () => {
    vi.stubEnv('TZ', 'Asia/Tokyo')
    const date = new Date('2026-03-03T14:05:00Z')
    expect(chooseLocale('en').time(date)).toBe('March 3, 2026 at 2:05 PM UTC')
    expect(chooseLocale('en-GB').time(date)).toBe('3 March 2026 at 14:05 UTC')
    expect(chooseLocale('de').time(date)).toBe('3. März 2026 um 14:05 UTC')
    expect(chooseLocale('ar').time(date)).toContain('مارس 2026')
    vi.unstubAllEnvs()
  })
})

const locales = [...catalogues.keys()]

/** Texts that may be the same in two languages: names, loan words, and texts made of values only. */
const shared =
  /^(app\.title|keys\.control|tickets\.label|conversation\.(number|messages|team)|composer\.send|filter\.status|new\.message|refused\.(hmac|website|domain|tag)|preferences\.ticket|labeled)$/

/** What a website and its people could write, without words of any language. */
const wordless: Partial<TeamEmail> = {
  brand: { name: '4711', accentColor: null, logoUrl: null },
  ticket: { number: 41, subject: '4711' },
  categoryName: '4711',
  messages: [{ author: 'Mara Lindqvist', body: '**4711**', kind: 'team', createdAt: new Date(0) }],
}

/** What emails rarely are: tried in few languages, because a text that is not in the catalogues is seen in any. */
const rarer: Partial<TeamEmail>[] = [{ content: 'LINK_ONLY' }, { url: null, answerable: false }]

describe('every catalogue', () => {
  test.each(locales)('%s translates every text', (locale) => {
    const { direction, ...sections } = catalogues.get(locale) ?? english
    const own = Object.values(sections).flatMap((texts) => Object.entries(texts))
    expect(own.filter(([, text]) => /'|"|\.\.\.|^\s|\s$/.test(text))).toEqual([])
    const { direction: _, ...models } = english
    const model = new Map(Object.values(models).flatMap((texts) => Object.entries(texts)))
    const foreign = own.filter(([key, text]) => model.get(key) === text && !shared.test(key))
    if (locale !== 'en') expect(foreign).toEqual([])
  })

  test.each(locales)('%s renders every kind of email', async (locale) => {
    for (const changes of [{}, ...(['ar', 'de'].includes(locale) ? rarer : [])]) {
      const samples = samplesOf(locale, { ...changes, ...wordless })
      for (const kind of kinds) {
        const { subject, html, text } = await renderEmail(kind, samples[kind], locale)
        for (const part of [subject, html, text]) expect(part).not.toContain('undefined')
        if (locale === 'en') continue
        const english = /(?<!-)\b(the|this|your?|answers?|replied|new|from)\b/i
        for (const part of [readHtml(html).text, text])
          expect(part.replace(/https?:\S+|\S+@\S+/g, ''), kind).not.toMatch(english)
      }
    }
  })
})

test.each([
  ['ar', 1, 'رسالة جديدة'],
  ['ar', 2, 'رسالتان جديدتان'],
  ['ar', 3, '3 رسائل جديدة'],
  ['ar', 11, '11 رسالة جديدة'],
  ['ar', 100, '100 رسالة جديدة'],
  ['cs', 4, '4 nové zprávy'],
  ['cs', 5, '5 nových zpráv'],
  ['pl', 22, '22 nowe wiadomości'],
  ['pl', 12, '12 nowych wiadomości'],
  ['tr', 5, '5 yeni mesaj'],
  ['ru', 1, '1 новое сообщение'],
  ['ru', 2, '2 новых сообщения'],
  ['ru', 11, '11 новых сообщений'],
  ['ru', 21, '21 новое сообщение'],
  ['he', 2, 'שתי הודעות חדשות'],
  ['he', 20, '20 הודעות חדשות'],
  ['fa', 1234, '۱٬۲۳۴ پیام جدید'],
  ['ja', 2, '新着メッセージ2件'],
])('the language %s has its plural form for %i', (locale, count, words) => {
  expect(chooseLocale(locale).text('replied.count', { count })).toBe(words)
})

test.each(['fa', 'fa-AF', 'ar-EG'])('an email in %s has no other digits than its own', async (locale) => {
  for (const kind of kinds) {
    const { subject, html, text } = await renderEmail(kind, samplesOf(locale)[kind], locale)
    for (const part of [subject, readHtml(html).text, text])
      expect(part.replace(/https?:\S+/g, ''), kind).not.toMatch(/[0-9]/)
  }
})

test.each(locales)('the plain text in %s does not repeat a link’s label after a colon', async (locale) => {
  const { text } = await renderEmail('RECEIVED', samplesOf(locale).RECEIVED, locale)
  expect(text).toMatch(/[:：]\nhttps:/)
})

const textsOf = (tag: string) => {
  const { direction, ...sections } = catalogues.get(tag) ?? english
  return Object.values(sections).flatMap((texts) => Object.values(texts))
}

test.each(['cs', 'pl', 'ru', 'uk'])('a line in %s does not end in a word of one letter', (tag) => {
  expect(textsOf(tag).filter((text) => /(?<![\p{L}\p{N}#{])\p{L} /u.test(text))).toEqual([])
})

test('French avoids “de” before a name, which would have to be elided before a vowel', () => {
  expect(
    textsOf('fr').filter((text) => /\b(de|que|le) \{(company|customer|author|name)\}/.test(text)),
  ).toEqual([])
})

describe('right to left', () => {
  const seen = async (name: string) => {
    const sample = variants.find((one) => one.name === name)
    if (!sample) throw new Error(`No variant ${name}`)
    return readHtml((await renderEmail(sample.kind, sample.data, sample.locale)).html).elements
  }

  test.each(['ar', 'fa', 'he'])(
    'an email in %s is right-to-left in every direction attribute',
    async (tag) => {
      const { html } = await renderEmail('REPLIED', samplesOf('ar').REPLIED, tag)
      const { elements } = readHtml(html)
      expect(elements.filter(({ attributes }) => attributes.dir === 'rtl').length).toBeGreaterThanOrEqual(3)
      const styles = elements.map(({ attributes }) => attributes.style ?? '').join('\n')
      expect(styles).not.toContain('direction:ltr')
      expect(styles.match(/direction:rtl/g)?.length).toBeGreaterThanOrEqual(2)
      const texts = elements.filter(({ attributes }) =>
        /font-size:16px.*text-align/.test(attributes.style ?? ''),
      )
      expect(texts.length).toBeGreaterThan(3)
      for (const { attributes } of texts) expect(attributes.style).toContain('text-align:right')
    },
  )

  test('a message keeps its own direction in any email', async () => {
    const bodies = (elements: Awaited<ReturnType<typeof seen>>) =>
      elements
        .filter(({ tag, attributes }) => tag === 'div' && /overflow-wrap/.test(attributes.style ?? ''))
        .map(({ attributes }) => [attributes.dir, /text-align:(\w+)/.exec(attributes.style ?? '')?.[1]])
    expect(bodies(await seen('Arabic in an English email'))).toEqual([['rtl', 'right']])
    expect(bodies(await seen('English in an Arabic email'))).toEqual([
      ['ltr', 'left'],
      ['ltr', 'left'],
    ])
  })

  test('a foreign name does not change the direction around it', async () => {
    const { text } = await renderEmail('REPLIED', samplesOf('ar').REPLIED, 'ar')
    expect(text).toContain('رد جديد من \u2068Mara Lindqvist\u2069')
    const english = await renderEmail('REPLIED', samplesOf('en').REPLIED, 'en')
    expect(english.text + english.html).not.toMatch(/[\u2068\u2069]/)
    const messages = [{ author: 'مارا', body: 'a', kind: 'team' as const, createdAt: new Date(0) }]
    expect((await renderEmail('REPLIED', samplesOf('en', { messages }).REPLIED, 'en')).text).toContain(
      '\u2068مارا\u2069 replied',
    )
  })
})
