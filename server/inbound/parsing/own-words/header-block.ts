import { type Label, readLabel } from './header-labels.ts'
import { asciiDigits, maxLineLength, nextLine, plain } from './lines.ts'

/** Maximum lines of a quoted header: there may be many recipients. */
const maxLines = 60

const address = /[^\s<>@]+@[^\s<>@]+/
const year = /(?<!\d)(?:1[34]|19|2[05])\d\d(?!\d)/
const time = /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)/

export interface Block {
  /** Index of its last line. */
  end: number
  /** Whether it is certainly a header. People write such lines themselves. */
  proven: boolean
}

/** The header that begins at this line, with its fields in any order; null if there is none. */
export function headerBlock(lines: string[], start: number, ruled: boolean): Block | null {
  if (!labelAt(lines, start)?.label) return null
  const fields: Partial<Record<Label, string>> = {}
  let last: Label | undefined
  let before = ''
  let end = start
  for (let at = start; at < lines.length && at < start + maxLines; at++) {
    const line = plain((lines[at] ?? '').slice(0, maxLineLength))
    const field = labelAt(lines, at)
    if (line === '') {
      const next = nextLine(lines, at)
      // Some programs put blank lines between the fields.
      if (next > at + 1 || !labelAt(lines, next)?.label) break
      continue
    }
    if (field && !/^\s/.test(lines[at] ?? '')) {
      last = field.label ?? (year.test(asciiDigits(field.value)) ? 'date' : undefined)
      if (last) fields[last] ??= field.value
    } else if (continues(lines[at] ?? '', before)) {
      if (last) fields[last] += ` ${line}`
    } else break
    before = line
    end = at
  }
  return { end, proven: proves(fields, ruled) }
}

export function labelAt(lines: string[], at: number) {
  const line = (lines[at] ?? '').slice(0, maxLineLength)
  return /[:：]/.test(line) ? readLabel(plain(line)) : undefined
}

/** Whether a line continues the field above: long addresses and many recipients are wrapped. */
const continues = (line: string, before: string) =>
  /^\s|^<\S+>$/.test(line) || /[,;]$/.test(before) || address.test(line.slice(0, maxLineLength))

/**
 * People describe their emails and journeys with the same labels. A header has a sender, and either its date with the
 * time, or the sender’s address; without a subject, the recipients besides the time, or the address below a rule.
 */
function proves({ from, sent, date, to, subject }: Partial<Record<Label, string>>, ruled: boolean): boolean {
  if (from === undefined) return false
  const when = asciiDigits(sent ?? date ?? '')
  const timed = year.test(when) && time.test(when)
  const dated = sent === undefined ? timed : year.test(when)
  if (subject !== undefined && (dated || (address.test(from) && when !== ''))) return true
  if (sent !== undefined && to !== undefined && timed) return true
  return ruled && address.test(from) && (sent ?? date ?? to) !== undefined
}
