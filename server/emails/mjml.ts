import { escapeHtml } from '../text/escape-html.ts'

/** Trusted MJML: made by the `mjml` tag, or safe HTML from elsewhere. */
export class Mjml {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

export type Part = string | number | Mjml | readonly Part[] | null | false

/**
 * Escapes every value, for text and for attributes in double quotes, except other `mjml`. MJML decodes no entities, so
 * escaped values stay escaped in the HTML. Throws on undefined: an incomplete email must not be sent.
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
