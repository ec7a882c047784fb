import { trimAscii } from '../../identity/email.ts'
import { decodeUndeclared } from './charset.ts'

/** One header field: its name in lower case, its value unfolded but otherwise unchanged. */
export type Field = [name: string, value: string]

/** Maximum bytes of a header that are read; real ones have a few thousand. */
const maxHeaderBytes = 256 * 1024

/**
 * The header fields, in order. Encoded words stay encoded, so nothing in them can pass for an address. Lines that are
 * not ASCII are decoded one by one: programs mix UTF-8 and Latin-1.
 */
export function headerFields(raw: Uint8Array): Field[] {
  const fields: Field[] = []
  for (const line of linesOf(raw.subarray(0, maxHeaderBytes))) {
    if (line === '') break
    const last = fields.at(-1)
    if (/^[ \t]/.test(line)) {
      if (last) last[1] += ` ${trimAscii(line)}`
      continue
    }
    const colon = line.indexOf(':')
    if (colon > 0)
      fields.push([line.slice(0, colon).trimEnd().toLowerCase(), trimAscii(line.slice(colon + 1))])
  }
  return fields
}

function* linesOf(raw: Uint8Array): Generator<string> {
  for (let start = 0, end = 0; end < raw.length; start = end + 1) {
    end = raw.indexOf(0x0a, start)
    if (end === -1) end = raw.length
    yield decodeUndeclared(raw.subarray(start, end)).replace(/\r$/, '')
  }
}

export function valuesOf(fields: Field[], name: string): string[] {
  return fields.filter(([known]) => known === name).map(([, value]) => value)
}
