import { Parser } from 'htmlparser2'
import { type Attributes, markPicture, pictureText, type ShowPicture } from './pictures.ts'
import { TextRows } from './text-rows.ts'

/** Maximum nesting; browsers stop at 512. */
const maxDepth = 512

/** Elements whose text is no part of the document. */
const silent = new Set(['script', 'style', 'title'])
/** Styles of previews that email programs list but do not show. */
const hiding = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i
const lines = new Set('div li tr dt dd section article header footer center address form'.split(' '))
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table pre hr blockquote'.split(' '))
/** Classes and ids of elements that email programs put around quotations instead of a blockquote. */
const quoting = /\b(gmail_quote|yahoo_quoted|protonmail_quote|zmail_extra)\b/
/** Ids and classes of elements, and of the line break before them, in which email programs put a signature. */
const signing = /signature/i
/** Blockquote styles that only indent, and those that draw a line: Gmail and Apple Mail also indent one’s own text. */
const indented = /border\s*:\s*(?:none|0)|margin(?:-left)?\s*:[^;]{0,40}\d\dpx/i
const lined = /border(?:-left)?\s*:\s*(?!none|0)[^\s;]/i
/** Added after the HTML: if it is missing from the result, an unclosed element has swallowed text. */
const end = 'ticket-center-end'

/**
 * Converts an HTML email to text: one line for each of its lines, blank lines between paragraphs, `>` before
 * quotations. What browsers would not show is left out unless there is nothing else, or unless it never ends. Throws
 * if it is nested deeper than in any real email, or if an unclosed element swallows all text. Pictures become `picture`,
 * unless `showPicture` writes other text for them.
 */
export function htmlToText(html: string, showPicture: ShowPicture = markPicture): string {
  const read = (isSilent: IsSilent) => readHtml(html, new HtmlReader(isSilent, showPicture))
  const shown = read((name, attributes) => silent.has(name) || isHidden(name, attributes))
  if (shown.isWhole && shown.text.trim()) return shown.text
  const all = read((name) => silent.has(name))
  if (all.isWhole || all.text.trim()) return all.text
  throw new Error('an unclosed element hides the text of its HTML')
}

type IsSilent = (name: string, attributes: Attributes) => boolean

const isHidden: IsSilent = (name, { hidden, style = '' }) =>
  name === 'template' || hidden !== undefined || hiding.test(style)

/** The text outside silent elements, and whether the HTML ends outside them, too. */
function readHtml(html: string, reader: HtmlReader): { text: string; isWhole: boolean } {
  new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.read(text),
    onclosetag: (name) => reader.close(name),
  }).end(`${html}<${end}>`)
  return { text: reader.text(), isWhole: reader.isWhole }
}

class HtmlReader {
  readonly #isSilent: IsSilent
  readonly #showPicture: ShowPicture
  readonly #rows = new TextRows()
  isWhole = false
  #open: { name: string; quotes: boolean; silent: boolean }[] = []
  /** Next number of each open list; undefined for lists without numbers. */
  #lists: (number | undefined)[] = []
  #link: { href?: string; text: string } | undefined
  #silence = 0

  constructor(isSilent: IsSilent, showPicture: ShowPicture) {
    this.#isSilent = isSilent
    this.#showPicture = showPicture
  }

  open(name: string, attributes: Attributes): void {
    if (this.#open.length > maxDepth) throw new Error('the HTML is nested too deeply')
    this.#breakBefore(name)
    if (name === end) this.isWhole = this.#silence === 0
    if (name === 'br') this.#breakRow()
    if (isSignature(name, attributes)) this.#rows.endParagraph()
    if (name === 'ol') this.#lists.push(Number.parseInt(attributes.start ?? '', 10) || 1)
    if (name === 'ul') this.#lists.push(undefined)
    if (name === 'li') this.#rows.row = this.#nextItem(Number.parseInt(attributes.value ?? '', 10))
    if (name === 'a') {
      this.#endLink()
      this.#link = { href: attributes.href, text: '' }
    }
    const quotes = isQuotation(name, attributes)
    const silent = this.#isSilent(name, attributes)
    if (name === 'img' && !silent && this.#silence === 0) {
      this.#rows.row += pictureText(attributes, () => this.#showPicture(attributes, this.#link?.href))
    }
    this.#open.push({ name, quotes, silent })
    if (quotes) {
      this.#rows.endParagraph()
      this.#rows.quotes++
    }
    if (silent) this.#silence++
    if (name === 'pre') this.#rows.preformatted++
  }

  read(text: string): void {
    if (this.#silence > 0) return
    const [first = '', ...others] =
      this.#rows.preformatted > 0
        ? text.split('\n')
        : [text.trim() === '' && text.includes('\u00a0') ? '\u00a0' : text.replace(/\s+/g, ' ')]
    this.#write(first)
    for (const line of others) {
      this.#breakRow()
      this.#write(line)
    }
  }

  close(name: string): void {
    const element = this.#open.pop()
    this.#breakBefore(name)
    if (element?.quotes) this.#rows.quotes--
    if (element?.quotes && name === 'blockquote') this.#leaveAround()
    if (name === 'ol' || name === 'ul') this.#lists.pop()
    if (element?.silent) this.#silence--
    if (name === 'pre') this.#rows.preformatted--
    if (name === 'td' || name === 'th') this.#rows.row += ' '
    if (name === 'a') this.#endLink()
  }

  text(): string {
    this.#endRow()
    return this.#rows.text()
  }

  #write(text: string): void {
    this.#rows.row += text
    if (this.#link) this.#link.text += text
  }

  #endLink(): void {
    if (this.#link?.text.trim()) this.#rows.row += address(this.#link.href, this.#link.text)
    this.#link = undefined
  }

  #endRow(): void {
    if (this.#link?.text.trim()) this.#endLink()
    else if (this.#link) this.#link.text = ''
    this.#rows.endRow()
  }

  #breakRow(): void {
    this.#rows.keepBlank()
    this.#endRow()
  }

  #breakBefore(name: string): void {
    if (!lines.has(name) && !paragraphs.has(name)) return
    this.#endRow()
    if (paragraphs.has(name)) this.#rows.endParagraph()
  }

  #nextItem(value: number): string {
    const number = value || this.#lists.at(-1)
    if (number === undefined) return '- '
    this.#lists[this.#lists.length - 1] = number + 1
    return `${number}. `
  }

  /** Below a quotation, replies may continue in the element around it. */
  #leaveAround(): void {
    for (const around of this.#open.filter(({ name }) => name === 'div')) {
      if (around.quotes) this.#rows.quotes--
      around.quotes = false
    }
  }
}

function isQuotation(name: string, attributes: Attributes): boolean {
  const { class: classes = '', type, style = '' } = attributes
  if (name === 'blockquote') return type === 'cite' || quoting.test(classes) || !isIndent(style)
  return name === 'div' && (quoting.test(classes) || attributes.name === 'quote')
}

const isSignature = (name: string, { id = '', class: classes = '' }: Attributes) =>
  (name === 'br' || lines.has(name)) && (signing.test(id) || signing.test(classes))

const isIndent = (style: string) => indented.test(style) && !lined.test(style)

/** The link's address, unless its text already contains it. */
function address(href: string | undefined, text: string): string {
  if (!href || !/^https?:\/\//i.test(href)) return ''
  const bare = (url: string) => url.trim().replace(/^https?:\/\/|\/$/gi, '')
  return bare(text) === bare(href) ? '' : ` <${href}>`
}
