import { trimAscii } from '../access/email.ts'

/** One field of a mail's header: its name in lower case, its value on one line, as it came. */
export type Field = [name: string, value: string]

/** Bytes of a header that are looked at; a real one has a few thousand. */
const longest = 256 * 1024

/** The fields of a mail's header, in their order. Encoded words stay encoded: nothing in them can pass for an address. */
export function headerFields(raw: Uint8Array): Field[] {
  const text = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, longest)).toString('utf8')
  const fields: Field[] = []
  for (const line of text.split(/\r?\n/)) {
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

/** What stands in the fields of this name. */
export function valuesOf(fields: Field[], name: string): string[] {
  return fields.filter(([known]) => known === name).map(([, value]) => value)
}
