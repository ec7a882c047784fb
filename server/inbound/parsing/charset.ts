import { createRequire } from 'node:module'

// Its tables are large, and most processes decode no email: they are loaded with the first.
const require = createRequire(import.meta.url)
const libmime = () => require('libmime') as typeof import('libmime').default
const decode = (bytes: Buffer, charset: string) =>
  (require('libmime/lib/charset.js') as typeof import('libmime/lib/charset.js')).decode(bytes, charset)

// Keeps a byte order mark: without it, a header line could be mistaken for another.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Decodes text without a declared charset: as UTF-8 if it is valid, otherwise as windows-1252. */
export function decodeUndeclared(bytes: Uint8Array): string {
  return utf8Of(bytes) ?? decode(Buffer.from(bytes), 'windows-1252')
}

/**
 * Decodes the text of a part. A declared charset is used if it is known; otherwise UTF-8 if valid, then the charset
 * that an HTML document declares itself, then windows-1252.
 */
export function decodeText(bytes: Buffer, declared: string, html = false): string {
  const charset = declared.trim().toLowerCase()
  if (/^(?:unicode-1-1-)?utf-?7$/.test(charset)) return decodeUtf7(bytes)
  if (shifting.test(charset) && bytes.every((byte) => byte < 0x80)) return decodeShifted(bytes, charset)
  const marked = markedCharset(bytes)
  if (marked) return decode(bytes, marked)
  const own = html ? metaCharset(bytes) : undefined
  const text = utf8Of(bytes)
  if (says(charset) && !(text && western.test(charset))) return decodeDeclared(bytes, superset(charset), own)
  return text ?? decode(bytes, superset(own || 'windows-1252'))
}

const shifting = /^(?:iso-?2022-?(?:kr|cn)|hz(?:-gb-?2312)?)$/

/** Programs declare these charsets without looking; their text is almost never valid as UTF-8 by accident. */
const western = /^(?:iso-?8859-?1|latin-?1|(?:windows|cp)-?1252)$/

/** The charset that marks in the text prove, whatever is declared. */
function markedCharset(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1')
  if (/^(?:\xff\xfe|\xfe\xff)/.test(text)) return 'utf-16'
  return text.includes('\x1b$B') || text.includes('\x1b$@') ? 'iso-2022-jp' : undefined
}

function utf8Of(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

/**
 * If no byte beyond ASCII fits the declared charset, the declaration is wrong, and what the document itself declares comes
 * before a guess; if some do, the others are broken.
 */
function decodeDeclared(bytes: Buffer, charset: string, own: string | undefined): string {
  const text = decode(bytes, charset)
  if (!text.includes('\ufffd') || /[^\p{ASCII}\ufffd]/u.test(text)) return text
  if (own && own !== charset && says(own)) {
    const other = decode(bytes, superset(own))
    if (!other.includes('\ufffd')) return other
  }
  return /^utf-?8$/.test(charset) ? decodeUndeclared(bytes) : text
}

function says(charset: string): boolean {
  return !/^(?:|(?:us-?)?ascii|ansi_x3.*)$/.test(charset) && libmime().createDecodeStream(charset).supported
}

/** Programs that declare GB2312 or GBK mean its superset. */
const superset = (charset: string) => (/^(?:gb_?2312.*|gbk|cp936)$/.test(charset) ? 'gb18030' : charset)

function metaCharset(html: Buffer): string | undefined {
  const head = html.subarray(0, 4_096).toString('latin1')
  const [, charset] =
    /<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w:.-]{2,40})/i.exec(head) ?? []
  return charset?.toLowerCase()
}

/** RFC 2152: only old email programs use it, and libmime does not support it. */
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

/**
 * Text of seven bits with two-byte characters between escapes (RFC 1557, 1842, 1922): with the high bit set, those are
 * EUC. libmime supports none of these charsets.
 */
function decodeShifted(bytes: Buffer, charset: string): string {
  const text = bytes.toString('latin1')
  const raise = (letters: string) =>
    letters.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) | 0x80))
  const [ascii = '', ...shifted] = text.replace(/\p{Cc}\$\)[AC]/gu, '').split('\x0e')
  const euc = charset.startsWith('hz')
    ? text
        .replace(/~\{((?:[!-w][!-~])*)~\}/g, (_, letters) => raise(letters))
        .replace(/~(?:\r?\n|(~))/g, '$1')
    : ascii + shifted.map((part) => part.replace(/^[ -~]+/, raise).replace('\x0f', '')).join('')
  return decode(Buffer.from(euc, 'latin1'), charset.endsWith('kr') ? 'euc-kr' : 'gb18030')
}
