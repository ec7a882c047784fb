import libmime from 'libmime'
import { decode } from 'libmime/lib/charset.js'

// A mark of the byte order stays: without it, a line of a header would pass for another.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Text in UTF-8, or in windows-1252 where it can be no UTF-8: what programs write that say nothing. */
export function decodeUndeclared(bytes: Uint8Array): string {
  return utf8Of(bytes) ?? decode(Buffer.from(bytes), 'windows-1252')
}

/**
 * The text of a part. Its charset is believed where it says one that is known; else it is UTF-8 if it can be, then what
 * an HTML document says in itself, then windows-1252.
 */
export function decodeText(bytes: Buffer, declared: string, html = false): string {
  const charset = declared.trim().toLowerCase()
  if (/^(?:unicode-1-1-)?utf-?7$/.test(charset)) return decodeUtf7(bytes)
  if (/^utf-?8$/.test(charset)) return decodeDeclaredUtf8(bytes)
  if (says(charset)) return decode(bytes, superset(charset))
  const text = utf8Of(bytes)
  if (text === null) return decode(bytes, superset((html && metaCharset(bytes)) || 'windows-1252'))
  return text.includes('\x1b$B') || text.includes('\x1b$@') ? decode(bytes, 'iso-2022-jp') : text
}

function utf8Of(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

/** Where bytes beyond ASCII are never UTF-8, the declaration is wrong; where some are, the others are broken. */
function decodeDeclaredUtf8(bytes: Buffer): string {
  const text = decode(bytes, 'utf-8')
  const wrong = text.includes('\ufffd') && !/[^\p{ASCII}\ufffd]/u.test(text)
  return wrong ? decodeUndeclared(bytes) : text
}

function says(charset: string): boolean {
  return !/^(?:|(?:us-?)?ascii|ansi_x3.*)$/.test(charset) && libmime.createDecodeStream(charset).supported
}

/** Programs that say GB2312 or GBK mean what came after them. */
const superset = (charset: string) => (/^(?:gb_?2312.*|gbk|cp936)$/.test(charset) ? 'gb18030' : charset)

function metaCharset(html: Buffer): string | undefined {
  const head = html.subarray(0, 4_096).toString('latin1')
  const [, charset] =
    /<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w:.-]{2,40})/i.exec(head) ?? []
  return charset?.toLowerCase()
}

/** RFC 2152. Nothing but old mail programs knows it, libmime neither. */
function decodeUtf7(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/\+([A-Za-z0-9+/]*)-?/g, (_, encoded: string) => {
    const units = Buffer.from(encoded, 'base64')
    return encoded === ''
      ? '+'
      : units
          .subarray(0, units.length & ~1)
          .swap16()
          .toString('utf16le')
  })
}
