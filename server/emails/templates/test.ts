import type { Language } from '../choose-locale.ts'
import type { TemplateData } from '../data.ts'
import type { Letter } from '../letter.ts'

/** To an administrator, to check that email works and how it looks. */
export function test({ brand }: TemplateData['TEST'], language: Language): Letter {
  const { text } = language
  const company = language.name(brand.name)
  return {
    brand,
    subject: text('test.subject', { company: brand.name }),
    gist: text('test.text', { company }),
    heading: text('test.heading'),
    ticket: null,
    paragraphs: [text('test.text', { company })],
    facts: [],
    messages: { omitted: 0, shown: [] },
    way: { text: text('test.appearance'), button: { label: text('way.open'), url: null } },
    footer: { lines: [text('footer.test', { company })], mute: null },
  }
}
