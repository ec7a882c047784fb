import { type Block, headerBlock, labelAt } from './header-block.ts'
import { isOriginalMessage } from './header-labels.ts'
import { asciiDigits, isQuoted, maxLineLength, nextLine, plain } from './lines.ts'
import { introduces, isInitialed, opens } from './wrote.ts'

/** Lines that “On … wrote:” may wrap into. */
const maxLines = 5
const rule = /^[-_=*]{5,}$|^-{2,}\s?[^\s-][^<>@:]{3,50}?\s?-{2,}$/
/** What Centrum writes above a quotation instead of words. */
const longRule = /^_{20,}$/
/** How introductions end. */
const ends = /(?:[:：][*_]{0,3}|-{2,}|\bwrote|>>>|\d\))$/

/** The introduction of a quotation: “On … wrote:”, the quoted email's header, or a separator line. */
export interface Introduction {
  start: number
  end: number
  /** Whether the lines below are marked as quoted; if not, everything that follows is quoted. */
  marked: boolean
}

/** The introductions of quotations, in order; only the last may introduce unmarked lines. */
export function introductionsIn(lines: string[]): Introduction[] {
  const found: Introduction[] = []
  let free = 0
  /** There is no header up to this index: an unproven header contains no proven one. */
  let without = -1
  for (let at = 0; at < lines.length; at++) {
    if (isQuoted(lines, at)) continue
    if (longRule.test(lines[at] ?? '') && !lines[at - 1] && isQuoted(lines, at + 1)) {
      found.push({ start: at, end: at, marked: true })
      free = at + 1
      continue
    }
    const header = at > without ? headerAt(lines, at, free) : null
    if (header && !header.proven) without = header.end
    const [start, end] = header?.proven ? [at, header.end] : (wroteUpTo(lines, at, free) ?? [])
    if (start === undefined || end === undefined) continue
    const next = nextLine(lines, end + 1)
    const marked = isQuoted(lines, next) || isInitialed(lines[next] ?? '')
    found.push({ start: ruleAbove(lines, start, free), end, marked })
    if (!marked) break
    at = end
    free = end + 1
  }
  return found
}

type Span = [start: number, end: number]

function headerAt(lines: string[], at: number, free: number): Block | null {
  const next = nextLine(lines, at + 1)
  if (isOriginalMessage(lines[at] ?? '') && !isQuoted(lines, next)) {
    const introduced = [0, 1, 2, 3].some((more) => wroteUpTo(lines, next + more, next))
    if (!introduced) return { end: headerBlock(lines, next, true)?.end ?? at, proven: true }
  }
  return headerBlock(lines, at, ruleAbove(lines, at, free) < at)
}

/** Index of the rule above an introduction, if there is one. Yandex writes recipients and subject between the two. */
function ruleAbove(lines: string[], start: number, free: number): number {
  let above = start - 1
  while (above >= free && lines[above]?.trim() === '') above--
  for (let fields = 0; fields < maxLines && above > free && isField(lines, above); fields++) above--
  return above >= free && rule.test(plain((lines[above] ?? '').slice(0, maxLineLength))) ? above : start
}

const isField = (lines: string[], at: number) => /;$/.test(lines[at] ?? '') && labelAt(lines, at)?.label

/** The introduction in words that ends at this line and may be wrapped. */
function wroteUpTo(lines: string[], end: number, free: number): Span | null {
  const below = nextLine(lines, end + 1)
  const marked = isQuoted(lines, below) || isInitialed(lines[below] ?? '')
  let text = ''
  let start = end
  let found = -1
  for (; start >= free && start > end - maxLines; start--) {
    const line = lines[start] ?? ''
    if (line.length > maxLineLength || line.trim() === '' || isQuoted(lines, start)) break
    text = `${plain(line)} ${text}`.trim()
    if (text.length > maxLineLength) break
    if (start === end && !ends.test(text)) return null
    const first = start === free || lines[start - 1]?.trim() === ''
    if (found === -1 && introduces(asciiDigits(text), { marked, first })) found = start
    // “On Tue, May 4,” may be on its own line above the rest.
    else if (found !== -1 && opens(text) && introduces(asciiDigits(text), { marked, first })) found = start
  }
  return found === -1 ? null : [found, end]
}
