import { Parser } from 'htmlparser2'

/** Elements one in another; browsers stop at 512. */
const deepest = 512

const silent = new Set(['head', 'script', 'style', 'title', 'template'])
const lines = new Set('div li tr dt dd section article header footer center address form'.split(' '))
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table pre hr blockquote'.split(' '))
/** What mail programs put around what they quote, where it is no blockquote. */
const quoting = /\b(gmail_quote|yahoo_quoted)\b/

/**
 * The text of an HTML mail: a line for each of its lines, a blank one between paragraphs, `>` before what it quotes.
 * Throws when it is nested deeper than any mail program does.
 */
export function htmlToText(html: string): string {
  const rows: string[] = []
  const open: { name: string; quotes: boolean; href?: string; start: number }[] = []
  let row = ''
  let quotes = 0
  let silence = 0

  const put = (text: string) => rows.push(`${'>'.repeat(Math.min(quotes, 9))} ${text}`.trim())
  const isBlank = () => /^[> ]*$/.test(rows.at(-1) ?? '')
  function endRow() {
    if (row.trim()) put(row.trim())
    row = ''
  }
  function breakBefore(name: string) {
    if (!lines.has(name) && !paragraphs.has(name)) return
    endRow()
    if (paragraphs.has(name) && !isBlank()) put('')
  }

  const parser = new Parser({
    onopentag(name, { class: classes = '', href }) {
      if (open.length > deepest) throw new Error('The HTML is nested too deep')
      breakBefore(name)
      if (name === 'br') row.trim() ? endRow() : put('')
      if (name === 'li') row = '- '
      const quote = name === 'blockquote' || (name === 'div' && quoting.test(classes))
      open.push({ name, quotes: quote, href, start: row.length })
      if (quote) quotes++
      if (silent.has(name)) silence++
    },
    ontext(text) {
      if (silence === 0) row += text.replace(/\s+/g, ' ')
    },
    onclosetag(name) {
      const element = open.pop()
      breakBefore(name)
      if (element?.quotes) quotes--
      if (silent.has(name)) silence--
      if (name === 'td' || name === 'th') row += ' '
      if (name === 'a' && element) row += address(element.href, row.slice(element.start))
    },
  })
  parser.end(html)
  endRow()
  return rows.join('\n')
}

/** Where a link leads, unless its text says so. */
function address(href: string | undefined, text: string): string {
  if (!href || !/^https?:\/\//i.test(href) || !text.trim()) return ''
  const bare = (url: string) => url.trim().replace(/^https?:\/\/|\/$/gi, '')
  return bare(text) === bare(href) ? '' : ` <${href}>`
}
