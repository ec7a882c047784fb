import mjml2html from 'mjml'
import { describe, expect, test } from 'vitest'
import { chooseLocale } from '../../server/emails/choose-locale.ts'
import type { TemplateData, TemplateKind } from '../../server/emails/data.ts'
import { letterFor } from '../../server/emails/render.ts'
import { toHtml } from '../../server/emails/to-html.ts'
import { layOut } from '../../server/emails/write-html.ts'
import { kinds, samplesOf } from './samples.ts'

async function byMjml(markup: string): Promise<string> {
  const { html } = await mjml2html(markup, { validationLevel: 'strict', ignoreIncludes: true, fonts: {} })
  return html
}

describe.each(['en', 'ar', 'ja'])('an email in “%s”', (locale) => {
  const language = chooseLocale(locale)

  function layOutSample<Kind extends TemplateKind>(kind: Kind, brand: object, subject: string) {
    const sample = samplesOf(locale)[kind]
    const data = {
      ...sample,
      brand: { ...sample.brand, ...brand },
      ...('ticket' in sample && { ticket: { ...sample.ticket, subject } }),
    } as TemplateData[Kind]
    return layOut(letterFor(kind, data, language), language)
  }

  test.each(kinds)('of the kind %s is the same from a known shape as from MJML itself', async (kind) => {
    const brands = [{}, { accentColor: '#c02f1d', logoUrl: 'https://acme.com/a&b.png' }]
    for (const brand of brands) {
      for (const subject of ['Help', '$& $1 <b>&amp;</b> "quoted" {{braces}} %s \\0']) {
        const email = layOutSample(kind, brand, subject)
        expect(await toHtml(email)).toBe(await byMjml(email.markup))
      }
    }
  })
})
