import { escapeHtml } from './escape-html.ts'

export interface Link {
  index: number
  lastIndex: number
  url: string
  text: string
}

const fence = /^ {0,3}(`{3,}|~{3,})/

/**
 * Plain text as HTML that shows it as written: line breaks, blank lines, indentation and every character. Only code
 * between fences is set off, and addresses become links, found by `linksIn`.
 */
export function writtenToHtml(text: string, linksIn: (line: string) => Link[]): string {
  const blocks: string[] = []
  let paragraph: string[] = []
  const endParagraph = () => {
    if (paragraph.some(Boolean)) blocks.push(`<p>${paragraph.join('<br />\n')}</p>`)
    paragraph = []
  }
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const endOfFence = fencesOf(lines)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const end = endOfFence(index)
    if (end > index) {
      endParagraph()
      const code = lines.slice(index + 1, end).map((line) => `${escapeHtml(line)}\n`)
      blocks.push(`<pre><code>${code.join('')}</code></pre>`)
      index = end
    } else if (line.trim() !== '') paragraph.push(lineToHtml(line, linksIn(line)))
    // The blank line before a paragraph becomes its margin; further ones stay lines.
    else if (paragraph.some(Boolean)) endParagraph()
    else if (blocks.length > 0) paragraph.push('')
  }
  endParagraph()
  return blocks.join('\n')
}

function openingFence(line: string): string | undefined {
  const [all = '', mark] = fence.exec(line) ?? []
  return line.includes('`', all.length) ? undefined : mark
}

/** Index of the line that closes the fence which begins at a line; -1 if none begins or it is not closed. */
function fencesOf(lines: string[]): (start: number) => number {
  // Do not search again for the end of an unclosed fence: thousands of them must not take long.
  const unclosed = new Map<string, number>()
  return (start) => {
    const mark = openingFence(lines[start] ?? '')
    if (mark === undefined) return -1
    const [character = ''] = mark
    if (mark.length >= (unclosed.get(character) ?? Number.POSITIVE_INFINITY)) return -1
    const closes = new RegExp(`^ {0,3}${character}{${mark.length},}\\s*$`)
    const end = lines.findIndex((line, index) => index > start && closes.test(line))
    if (end === -1) unclosed.set(character, mark.length)
    return end
  }
}

function lineToHtml(line: string, links: Link[]): string {
  const parts: string[] = []
  let from = 0
  for (const { index, lastIndex, url, text } of links) {
    parts.push(withSpaces(escapeHtml(line.slice(from, index)), from === 0))
    parts.push(`<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`)
    from = lastIndex
  }
  parts.push(withSpaces(escapeHtml(line.slice(from)), from === 0))
  return parts.join('')
}

/** HTML collapses several spaces to one, and drops them at the beginning of a line. */
function withSpaces(html: string, startsLine: boolean): string {
  const spaces = html
    .replaceAll('\t', '    ')
    .replace(/ {2,}/g, (run) => `${'\u00a0'.repeat(run.length - 1)} `)
  return startsLine ? spaces.replace(/^[\u00a0 ]+/, (run) => '\u00a0'.repeat(run.length)) : spaces
}

/** The same as plain text without the fences. */
export function withoutFences(text: string): string {
  return text
    .split('\n')
    .map((line) => (openingFence(line) === undefined ? line : ''))
    .join('\n')
}
