import { isDeviceSignature } from './device-signature.ts'

/** Closings that may have a name below them. */
const closing =
  /^(?:cheers|best wishes|\w{0,20}\s?(?:and )?regards|bien . vous|\w{0,20}\s?cordialement|bonne (?:journ.e|soir.e))[,!！]*$/i

/** Maximum lines of a name with an address, and below two dashes; maximum characters of each line. */
const maxNameWords = 7
const maxLinesBelow = 20
const widest = 120

/**
 * Index of the line at which the signature begins, including a device signature; the number of lines if there is none.
 * What may be a sentence, a question or a postscript is not a signature.
 */
export function signOffAt(lines: string[]): number {
  const end = withoutDevices(lines)
  let start = end
  let blanks = 0
  const dashes = lines.filter(isDashes).length
  for (let at = end - 1; at >= 0 && at >= end - 2 * maxLinesBelow; at--) {
    const line = lines[at] ?? ''
    if (line === '') blanks++
    const below = lines.slice(at + 1, end)
    if (isDashes(line) && isBelowDashes(below, line === '-- ', dashes > 1)) start = at
    else if (blanks === 0 && closing.test(line.trim()) && below.length <= maxNameWords && below.every(isName))
      start = at
  }
  return start
}

/** Index after the last line that is not a device signature. Each of those is below a blank line, or the only line. */
function withoutDevices(lines: string[]): number {
  let end = lastOf(lines, lines.length)
  while (end > 0 && isDeviceSignature(lines[end - 1] ?? '') && (lines[end - 2] ?? '') === '') {
    end = lastOf(lines, end - 1)
  }
  return end
}

/** Index after the last non-blank line before this one. */
function lastOf(lines: string[], before: number): number {
  let end = before
  while (end > 0 && lines[end - 1] === '') end--
  return end
}

const isDashes = (line: string) => /^--\s?$/.test(line)

/** A question or a postscript, wherever it stands. */
const isAsking = (line: string) => /[?？]$|^\s*p\.?\s?s\b/i.test(line)

/** Whether a line may be one of a name and an address. */
const isName = (line: string) =>
  line !== '' && line.length <= widest && !isAsking(line) && !endsSentence(line)

/** Below “-- ” (RFC 3676) a signature may be long; but people also separate paragraphs with dashes, especially with several. */
function isBelowDashes(below: string[], blank: boolean, several: boolean): boolean {
  const written = below.filter((line) => line !== '')
  if (written.length > maxLinesBelow || written.some(isAsking)) return false
  if (blank && below[0] !== '') return true
  return (blank || (below[0] !== '' && !several)) && !written.some(isSentence)
}

/** At least four words that end like a sentence. */
const endsSentence = (line: string) =>
  /[.!?…。！？]["”»)]?$/.test(line) && line.trim().split(/\s+/).length >= 4

/** A sentence or a list item. */
const isSentence = (line: string) =>
  line.length > widest || /^\s*(?:\d{1,3}[.)]|[-*•])\s/.test(line) || endsSentence(line)
