import { escapeHtml } from '../text/escape-html.ts'

/** Stands for a value in a shape. Of a private range, so that no template contains it. */
export const slot = '\ue000'

/** Trusted MJML: made by the `mjml` tag, or safe HTML from elsewhere. */
export class Mjml {
  /** The markup with slots in place of what MJML passes on as it is: the same for many emails. */
  readonly shape: string
  /** What belongs into the slots. */
  readonly values: readonly string[]

  constructor(shape: string, values: readonly string[] = []) {
    this.shape = shape
    this.values = values
  }

  get markup(): string {
    let next = 0
    return this.shape.replaceAll(slot, () => this.values[next++] ?? '')
  }
}

/** Safe HTML that MJML passes on as it is. */
export const verbatim = (html: string) => new Mjml(slot, [html])

export type Part = string | number | Mjml | readonly Part[] | null | false

/**
 * Escapes every value, for text and for attributes in double quotes, except other `mjml`. MJML decodes no entities, so
 * escaped values stay escaped in the HTML. Throws on undefined: an incomplete email must not be sent.
 */
export function mjml(strings: TemplateStringsArray, ...parts: Part[]): Mjml {
  const values: string[] = []
  let literals = ''
  const shapes = parts.map((part, index) => {
    literals += strings[index]
    return shapeOf(part, isRead(literals), values)
  })
  return new Mjml(String.raw({ raw: strings }, ...shapes), values)
}

/** Whether a value at the end of this markup is in a tag of MJML's own, which computes with its attributes. */
const isRead = (markup: string) => /<mj[^>]*$/.test(markup)

function shapeOf(part: Part, read: boolean, values: string[]): string {
  if (part === undefined) throw new Error('An email lacks a value')
  if (part === null || part === false) return ''
  if (part instanceof Mjml) {
    values.push(...part.values)
    return part.shape
  }
  if (typeof part === 'object') return part.map((one) => shapeOf(one, read, values)).join('')
  const escaped = escapeHtml(String(part))
  if (read) return escaped
  values.push(escaped)
  return slot
}
