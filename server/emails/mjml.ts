import { escapeHtml } from '../text/escape-html.ts'

/** MJML that is trusted as it is: what the `mjml` tag has made, and HTML from elsewhere that is safe. */
export class Mjml {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

export type Part = string | number | Mjml | readonly Part[] | null | false

/**
 * Everything interpolated is escaped, for text and for attributes in double quotes, except other `mjml`. MJML decodes no
 * entities, so that what is escaped here stays escaped in the HTML. Throws on undefined: an email that lacks a value is no mail.
 */
export function mjml(strings: TemplateStringsArray, ...parts: Part[]): Mjml {
  return new Mjml(String.raw({ raw: strings }, ...parts.map(render)))
}

function render(part: Part): string {
  if (part === undefined) throw new Error('An email lacks a value')
  if (part === null || part === false) return ''
  if (part instanceof Mjml) return part.markup
  if (typeof part === 'object') return part.map(render).join('')
  return escapeHtml(String(part))
}
