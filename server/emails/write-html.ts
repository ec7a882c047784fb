import { facts, footer, hairline, header, message, paragraph, quiet, title, way } from './blocks.ts'
import type { Language } from './choose-locale.ts'
import { emailDocument } from './document.ts'
import type { Letter } from './letter.ts'
import { type Mjml, mjml } from './mjml.ts'
import { themeOf } from './theme.ts'
import { toHtml } from './to-html.ts'

/** The email as HTML that needs nothing external except the company's logo. Rejects what MJML does not accept. */
export const writeHtml = (letter: Letter, language: Language) => toHtml(layOut(letter, language))

/** The same as MJML. */
export function layOut(letter: Letter, language: Language): Mjml {
  const { text, direction } = language
  const theme = themeOf(letter.brand)
  const style = { theme, dir: direction }
  const { omitted, shown } = letter.messages
  const body = mjml`
    ${header(letter.brand, style)}
    ${title(letter, style)}
    ${letter.paragraphs.map((one) => paragraph(one))}
    ${letter.facts.length > 0 && facts(letter.facts, style)}
    ${omitted > 0 && quiet(text('messages.omitted', { count: omitted }), style)}
    ${shown.map((one) => [hairline(style), message(one, style)])}
    ${shown.length > 0 && hairline(style)}
    ${way(letter.way, style)}
    ${footer(letter.footer, style)}`
  return emailDocument({ language, theme, title: letter.heading, gist: letter.gist, body })
}
