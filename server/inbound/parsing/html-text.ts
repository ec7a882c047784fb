import { Parser } from 'htmlparser2'

/** Maximum nesting; browsers stop at 512. */
const maxDepth = 512

const silent = new Set(['script', 'style', 'title', 'template'])
const lines = new Set('div li tr dt dd section article header footer center address form'.split(' '))
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table pre hr blockquote'.split(' '))
/** Classes and ids of elements that email programs put around quotations instead of a blockquote. */
const quoting = /\b(gmail_quote|yahoo_quoted|protonmail_quote|zmail_extra)\b/
/** Blockquote styles that only indent, and those that draw a line: Gmail and Apple Mail also indent one’s own text. */
const indented = /border\s*:\s*(?:none|0)|margin(?:-left)?\s*:[^;]{0,40}\d\dpx/i
const lined = /border(?:-left)?\s*:\s*(?!none|0)[^\s;]/i
/** Marks a picture that is not an attachment. */
export const picture = '\ufffc'
const emoji = /^[\p{Extended_Pictographic}\p{Emoji_Component}\p{RGI_Emoji_Flag_Sequence}]{1,16}$/v
/** Added after the HTML: if it is missing from the result, an unclosed element has swallowed text. */
const end = 'ticket-center-end'

/**
 * Converts an HTML email to text: one line for each of its lines, blank lines between paragraphs, `>` before
 * quotations. Throws if it is nested deeper than in any real email, or if an unclosed element swallows text.
 */
export function htmlToText(html: string): string {
  const rows: string[] = []
  const open: { name: string; quotes: boolean }[] = []
  /** Next number of each open list; undefined for lists without numbers. */
  const lists: (number | undefined)[] = []
  let link: { href?: string; text: string } | undefined
  let row = ''
  let blank = true
  let quotes = 0
  let silence = 0
  let preformatted = 0
  let whole = false

  function put(text: string) {
    rows.push(quotes ? `${'>'.repeat(Math.min(quotes, 9))} ${text}`.trimEnd() : text)
    blank = text === ''
  }
  function endLink() {
    if (link?.text.trim()) row += address(link.href, link.text)
    link = undefined
  }
  function endRow() {
    if (link?.text.trim()) endLink()
    else if (link) link.text = ''
    // The space after the two dashes marks a signature.
    const text = /^-- +$/.test(row) ? '-- ' : preformatted ? row.trimEnd() : row.trim()
    // Typed text must not pass for a quotation: an invisible word joiner hides a leading `>`.
    if (text) put(quotes ? text : text.replace(/^\s*>/, '\u2060$&'))
    row = ''
  }
  function breakRow() {
    if (!row.trim()) put('')
    endRow()
  }
  function breakBefore(name: string) {
    if (!lines.has(name) && !paragraphs.has(name)) return
    endRow()
    if (paragraphs.has(name) && !blank) put('')
  }
  function write(text: string) {
    row += text
    if (link) link.text += text
  }

  function nextItem(value: number): string {
    const number = value || lists.at(-1)
    if (number === undefined) return '- '
    lists[lists.length - 1] = number + 1
    return `${number}. `
  }
  /** Below a quotation, replies may continue in the element around it. */
  function leaveAround() {
    for (const around of open) {
      if (around.name === 'div' && around.quotes) quotes--
      if (around.name === 'div') around.quotes = false
    }
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      const { class: classes = '', href, src = '', start = '', value = '' } = attributes
      if (open.length > maxDepth) throw new Error('the HTML is nested too deeply')
      breakBefore(name)
      if (name === end) whole = silence === 0
      if (name === 'br') breakRow()
      if (name === 'ol' || name === 'ul')
        lists.push(name === 'ol' ? Number.parseInt(start, 10) || 1 : undefined)
      if (name === 'li') row = nextItem(Number.parseInt(value, 10))
      if (name === 'img') row += pictureText(src, attributes)
      if (name === 'a') {
        endLink()
        link = { href, text: '' }
      }
      const quote =
        name === 'blockquote'
          ? attributes.type === 'cite' || quoting.test(classes) || !isIndent(attributes.style ?? '')
          : name === 'div' && (quoting.test(classes) || attributes.name === 'quote')
      open.push({ name, quotes: quote })
      if (quote) quotes++
      if (silent.has(name)) silence++
      if (name === 'pre') preformatted++
    },
    ontext(text) {
      if (silence > 0) return
      if (preformatted === 0) return write(text.replace(/\s+/g, ' '))
      const [first = '', ...others] = text.split('\n')
      write(first)
      for (const line of others) {
        breakRow()
        write(line)
      }
    },
    onclosetag(name) {
      const element = open.pop()
      breakBefore(name)
      if (element?.quotes) quotes--
      if (element?.quotes && name === 'blockquote') leaveAround()
      if (name === 'ol' || name === 'ul') lists.pop()
      if (silent.has(name)) silence--
      if (name === 'pre') preformatted--
      if (name === 'td' || name === 'th') row += ' '
      if (name === 'a') endLink()
    },
  })
  parser.end(`${html}<${end}>`)
  endRow()
  const text = rows.join('\n')
  if (!whole && !text.trim()) throw new Error('an unclosed element hides the text of its HTML')
  return text
}

const isIndent = (style: string) => indented.test(style) && !lined.test(style)

/** Gmail’s and Outlook’s emoji are images; a one-pixel image only tracks who opens the email. */
function pictureText(src: string, { alt = '', width, height }: Record<string, string>): string {
  if (emoji.test(alt)) return alt
  return /^(?:data|https?):/i.test(src) && width !== '1' && height !== '1' ? picture : ''
}

/** The link's address, unless its text already contains it. */
function address(href: string | undefined, text: string): string {
  if (!href || !/^https?:\/\//i.test(href)) return ''
  const bare = (url: string) => url.trim().replace(/^https?:\/\/|\/$/gi, '')
  return bare(text) === bare(href) ? '' : ` <${href}>`
}
