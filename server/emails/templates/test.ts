import type { Language } from '../choose-locale.ts'
import type { MailData } from '../data.ts'
import type { Letter } from '../letter.ts'

/** To an administrator who wants to see that mail works, and how it looks. */
export function test({ brand }: MailData['TEST'], language: Language): Letter {
  const { test, footer, way } = language.texts
  const company = language.name(brand.name)
  return {
    brand,
    subject: test.subject(brand.name),
    gist: test.text(company),
    heading: test.heading,
    ticket: null,
    paragraphs: [test.text(company)],
    facts: [],
    messages: { omitted: 0, shown: [] },
    way: { text: test.look, button: { label: way.open, url: null } },
    footer: { lines: [footer.test(company)], mute: null },
  }
}
