import { isDeviceSignature } from './device-signature.ts'

/** Ends of a letter, below which somebody’s name may stand. */
const closing =
  /^(?:cheers|best wishes|\w{0,20}\s?(?:and )?regards|bien . vous|\w{0,20}\s?cordialement|bonne (?:journ.e|soir.e))[,!！]*$/i

/** Lines of a name with an address, and of what stands below two dashes; characters of each. */
const maxNameWords = 7
const maxLinesBelow = 20
const widest = 120

/**
 * Index of the line at which somebody begins to sign, and their device after them; behind the last line where nobody
 * does. What might be a sentence, a question or one thing more is no signature.
 */
export function signOffAt(lines: string[]): number {
  const end = withoutDevices(lines)
  let start = end
  let blanks = 0
  for (let at = end - 1; at >= 0 && at >= end - 2 * maxLinesBelow; at--) {
    const line = lines[at] ?? ''
    if (line === '') blanks++
    const below = lines.slice(at + 1, end)
    if (/^--\s?$/.test(line) && isBelowDashes(below, line === '-- ')) start = at
    else if (blanks === 0 && closing.test(line.trim()) && below.length <= maxNameWords && below.every(isName))
      start = at
  }
  return start
}

/** Index behind the last line that is no device’s. Each stands below a blank line, or alone. */
function withoutDevices(lines: string[]): number {
  let end = lastOf(lines, lines.length)
  while (end > 0 && isDeviceSignature(lines[end - 1] ?? '') && (lines[end - 2] ?? '') === '') {
    end = lastOf(lines, end - 1)
  }
  return end
}

/** Index behind the last line before this one that is not blank. */
function lastOf(lines: string[], before: number): number {
  let end = before
  while (end > 0 && lines[end - 1] === '') end--
  return end
}

/** Whether a line may be one of a name and an address. */
const isName = (line: string) => line !== '' && line.length <= widest && !/[?？]$|^\s*p\.?\s?s\b/i.test(line)

/** Below a line of two dashes and a blank (RFC 3676) signatures may be long; people part paragraphs by dashes, too. */
function isBelowDashes(below: string[], blank: boolean): boolean {
  const written = below.filter((line) => line !== '')
  if (written.length > maxLinesBelow) return false
  if (blank && below[0] !== '') return true
  return (blank || below[0] !== '') && !written.some(isSentence)
}

/** Four words and more that end as sentences do, or an item of a list. */
const isSentence = (line: string) =>
  line.length > widest ||
  /^\s*(?:\d{1,3}[.)]|[-*•])\s/.test(line) ||
  (/[.!?…。！？]["”»)]?$/.test(line) && line.trim().split(/\s+/).length >= 4)
