import { decode } from 'libmime/lib/charset.js'

/** Groups without text. Those marked with `\*` have none either. */
const asides =
  /^(?:fonttbl|colortbl|stylesheet|listtable|info|pict|object|fldinst|header[lrf]?|footer[lrf]?|ftnsep\w*)$/

/** Control words that stand for characters. */
const characters: Record<string, string> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n\n',
  page: '\n\n',
  tab: '\t',
  cell: '\t',
  bullet: '•',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  // Control symbols: a non-breaking space and hyphen, and escaped characters.
  '~': ' ',
  _: '-',
  '\n': '\n',
  '\\': '\\',
  '{': '{',
  '}': '}',
}

/** A control word with its number, a byte in digits, a control symbol, the end of a group, or text. */
const token = /\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)/g

/** No real document nests groups this deep. */
const maxDepth = 1_000

export const isRtf = (bytes: Buffer) => bytes.subarray(0, 5).toString('latin1') === '{\\rtf'

/** The text of an RTF document, in lines, without formatting. */
export function rtfToText(bytes: Buffer): string {
  const source = bytes.toString('latin1')
  const outer: { hidden: boolean; fallback: number }[] = []
  let group = { hidden: false, fallback: 1 }
  let charset = 'windows-1252'
  let text = ''
  /** Bytes in the document's charset, one per character, not yet decoded. */
  let encoded = ''
  /** How many characters follow a Unicode one as its fallback. */
  let fallback = 0

  function write(unicode: string) {
    if (group.hidden || (unicode === '' && encoded === '')) return
    text +=
      (/[\x80-\xff]/.test(encoded) ? decode(Buffer.from(encoded, 'latin1'), charset) : encoded) + unicode
    encoded = ''
  }
  function read(plain: string) {
    if (!group.hidden) encoded += plain.slice(fallback)
    fallback = Math.max(0, fallback - plain.length)
  }
  function control(word: string, number: string | undefined, reader: RegExp) {
    const value = Number(number ?? 0)
    if (asides.test(word)) group.hidden = true
    else if (word === 'ansicpg') charset = value === 65_001 ? 'utf-8' : `windows-${value}`
    else if (word === 'uc') group.fallback = value
    // Binary pictures: braces in them mean nothing.
    else if (word === 'bin') reader.lastIndex += Math.max(0, value)
    else if (word === 'u') {
      write(String.fromCharCode(value & 0xffff))
      fallback = group.fallback
    } else if (word in characters) write(characters[word] ?? '')
  }

  const reader = new RegExp(token)
  for (let found = reader.exec(source); found; found = reader.exec(source)) {
    const [, word, number, byte, symbol, brace, plain] = found
    if (plain !== undefined) read(plain)
    else if (byte !== undefined) read(String.fromCharCode(Number.parseInt(byte, 16)))
    else if (word !== undefined) control(word, number, reader)
    else if (symbol === '*') group.hidden = true
    else if (symbol !== undefined) write(characters[symbol] ?? '')
    else if (brace === '{' && outer.length < maxDepth) {
      outer.push(group)
      group = { ...group }
    } else if (brace === '}') group = outer.pop() ?? group
  }
  write('')
  return text.trim()
}
