/** Bytes from a file's beginning that decide its type. */
export const sampleSize = 64 * 1024

const unknown = 'application/octet-stream'
/** Text that browsers could run, or that people read as text anyway. */
const markup = /^(?:application|text|image)\/(?:xml|.+\+xml|html|javascript|x-javascript)$/
/** Plain text of a known form, by its extension. */
const texts: Record<string, string> = { csv: 'text/csv', ics: 'text/calendar', vcf: 'text/vcard' }

/**
 * A file's type, detected from its first bytes, not from what the sender claims. Source code of any kind is `text/plain`;
 * CSV and the like keep their types.
 */
export async function decideType(sample: Uint8Array, name: string): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(sample).catch(() => undefined)
  const mime = found?.mime
  if (mime && !markup.test(mime)) return mime
  if (!isText(sample)) return unknown
  return texts[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'text/plain'
}

/** Control characters that a text may contain: tab, line and page breaks, and escape for colors. */
const layout = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b])

/** UTF-8 without other control characters; the sample may end inside a character. */
function isText(sample: Uint8Array): boolean {
  if (!sample.every((byte) => byte >= 0x20 || layout.has(byte))) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Whether a list such as `image/*, application/pdf` has a type. */
export function isAllowed(type: string, list: string[]): boolean {
  return list.some((one) => one === type || (one.endsWith('/*') && type.startsWith(one.slice(0, -1))))
}
