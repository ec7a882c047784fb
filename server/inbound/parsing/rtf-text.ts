import { decode } from 'libmime/lib/charset.js'

/** Groups that hold nothing of the text. Those that are marked with `\*` hold none either. */
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
  // Control symbols: a protected blank and hyphen, and what is written for itself.
  '~': ' ',
  _: '-',
  '\n': '\n',
  '\\': '\\',
  '{': '{',
  '}': '}',
}

/** A control word with its number, a byte in digits, a control symbol, the end of a group, or text. */
const token = /\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)/g

/** No real document has groups in one another so deep. */
const maxDepth = 1_000

export const isRtf = (bytes: Buffer) => bytes.subarray(0, 5).toString('latin1') === '{\\rtf'

/** The words of a document in RTF, in lines, without its looks. */
export function rtfToText(bytes: Buffer): string {
  const source = bytes.toString('latin1')
  const outer: { hidden: boolean; fallback: number }[] = []
  let group = { hidden: false, fallback: 1 }
  let charset = 'windows-1252'
  let text = ''
  /** Bytes in the document's charset, one a character, which are yet to be decoded. */
  let encoded = ''
  /** Characters that stand behind one in Unicode, for programs that do not know it. */
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
    // Pictures in bytes: braces among them are none.
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
