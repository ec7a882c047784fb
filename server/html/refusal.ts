import type { PageText } from '../../client/i18n/catalogue.ts'
import type { Direction } from '../../client/i18n/direction.ts'
import { catalogues, english } from '../languages/catalogues.ts'
import { chooseLanguage } from '../languages/choose-language.ts'
import { acceptedLanguages } from '../languages/read-locale.ts'
import { scriptStyles } from '../languages/typography.ts'
import { schemeOf, themeOf } from './color-scheme.ts'
import { type Html, html, type Page, page } from './html.ts'
import { refusalStyles } from './refusal-styles.ts'

export type Refusal = 'refused' | 'outside' | 'notFound' | 'busy'

/** The reader's language: an argument in the address, otherwise the browser's. */
interface Wish {
  locale?: string | null | undefined
  acceptLanguage?: string | undefined
  /** `theme` in the address. */
  theme?: string | null | undefined
}

const pages = new Map<string, Page>()

/** A page in the reader's language. It must not reveal to an attacker which check failed. */
export function refusalPage(kind: Refusal, { locale, acceptLanguage, theme }: Wish): Page {
  const { tag } = chooseLanguage(locale, ...acceptedLanguages(acceptLanguage))
  const colorScheme = schemeOf(themeOf(theme))
  const key = `${kind} ${tag} ${colorScheme}`
  const made = pages.get(key) ?? write(kind, tag, colorScheme)
  pages.set(key, made)
  return made
}

function write(kind: Refusal, tag: string, colorScheme: string): Page {
  const { pages: texts, direction } = catalogues.get(tag) ?? english
  return refusal(tag, direction as Direction, colorScheme, {
    title: texts[`${kind}.title`],
    advice: texts[`${kind}.advice`],
    details: kind === 'refused' && details(texts),
  })
}

function details(texts: Record<PageText, string>): Html {
  const lines: [PageText & `refused.${string}`, Record<string, string>?][] = [
    ['refused.website'],
    ['refused.domain'],
    ['refused.tag', { attribute: 'referrerpolicy="origin"' }],
    ['refused.email', { plus: '+', encoded: '%2B' }],
    ['refused.hmac'],
  ]
  return html`<details>
<summary>${texts['refused.details']}</summary>
<ul>
${lines.map(([key, code]) => html`<li><b>${texts[key]}</b> ${withCode(texts[`${key}.text` as PageText], code)}</li>\n`)}</ul>
<p>${texts['refused.log']}</p>
</details>`
}

/** The text, with placeholders replaced by code. */
function withCode(text: string, code: Record<string, string> = {}) {
  return text
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 ? html`<code dir="ltr">${code[part]}</code>` : part))
}

interface Parts {
  title: string
  advice: string
  details?: Html | false
}

function refusal(lang: string, dir: Direction, colorScheme: string, { title, advice, details }: Parts): Page {
  return page({
    lang,
    dir,
    colorScheme,
    title,
    styles: refusalStyles + scriptStyles(lang),
    body: html`<main class="tc-error">
<h1>${title}</h1>
<p>${advice}</p>
${details}
</main>`,
  })
}
