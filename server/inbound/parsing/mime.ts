import { Readable } from 'node:stream'
import mailsplit, { type MimeNode } from '@zone-eu/mailsplit'
import { decodeUndeclared } from './charset.ts'

// Why mailsplit: it alone gives access to each part's bytes and to the lines outside the parts. mailparser, which is
// built on it, decodes text without a charset as UTF-8, which destroys other letters, and drops lines outside the
// parts. postal-mime drops what follows the last part, decodes a gateway's footer below base64 as if it were base64,
// and keeps soft line breaks followed by spaces. Correcting that takes more code than this file.

/** A part of an email, with its subparts. */
export interface Part {
  /** MIME type in lower case, as written; empty if there is none. */
  type: string
  /** Its whole Content-Type field. */
  declared: string
  charset: string
  disposition: string
  /** File name; empty if there is none. */
  name: string
  flowed: boolean
  delSp: boolean
  /** The decoded content; for a part with subparts, the text outside them. */
  bytes: Buffer
  /** Plain text that a server added below encoded text. */
  footer: string
  /** Lines among its header fields that are none: the blank line below the header may be missing. */
  strays: string
  children: Part[]
}

/** The first part that passes the test: the part itself or one within it. */
export function partIn(part: Part, test: (part: Part) => boolean): Part | undefined {
  if (test(part)) return part
  for (const child of part.children) {
    const found = partIn(child, test)
    if (found) return found
  }
  return undefined
}

/** The parts of an email. Throws if there are too many, or if a header is too large. */
export async function partsOf(raw: Uint8Array): Promise<Part> {
  const pieces = new Map<MimeNode, Buffer[]>()
  const splitter = new mailsplit.Splitter({ ignoreEmbedded: true })
  for await (const chunk of Readable.from([raw], { objectMode: false }).compose(splitter)) {
    if (chunk.type === 'node') pieces.set(chunk, [])
    else pieces.get(chunk.node)?.push(chunk.value)
  }
  const parts = new Map<MimeNode | false, Part>()
  const boundaries = new Set([...pieces.keys()].map(({ _boundary }) => String(_boundary)))
  let root: Part | undefined
  for (const [node, bytes] of pieces) {
    const part = await partOf(node, Buffer.concat(bytes), boundaries)
    parts.set(node, part)
    root ??= part
    parts.get(node.parentNode)?.children.push(part)
  }
  if (!root) throw new Error('it is empty')
  return withFoundBoundary(root)
}

async function partOf(node: MimeNode, body: Buffer, boundaries: Set<string>): Promise<Part> {
  const declared = node.headers ? node.headers.getFirst('content-type') : ''
  const { bytes, footer } = node.multipart
    ? { bytes: outside(body, boundaries), footer: '' }
    : await decoded(node, body)
  return {
    type: node.contentType || '',
    declared,
    charset: node.charset || (/charset\s{0,9}=\s{0,9}"?([\w:.-]{2,40})/i.exec(declared)?.[1] ?? ''),
    disposition: node.disposition || '',
    name: node.filename || '',
    flowed: node.flowed,
    delSp: node.delSp,
    bytes,
    footer,
    strays: straysIn(node),
    children: [],
  }
}

const field = /^[!-9;-~]+[ \t]*:/
/** The first line of a mailbox file, a mark of UTF-8, or a piece of a signature that was folded wrongly. */
const noise = /^(?:>?From |\xef\xbb\xbf|\S{30,}$)/

function straysIn({ headers }: MimeNode): string {
  const lines = headers ? headers.getList().map(({ line }) => line) : []
  const strays = lines.filter((line) => !field.test(line) && !noise.test(line))
  return decodeUndeclared(Buffer.from(strays.join('\n'), 'latin1')).trim()
}

/** Words: lines of base64 have no blanks and no punctuation. */
const written = /\S[ \t]\S|[.,:;!?]$/m
const noText = /[^\P{Cc}\s]|\ufffd/u

/**
 * Decodes the transfer encoding. Base64 ends at a blank line followed by something else. Words that only claim to be
 * base64 stay as they are.
 */
async function decoded(node: MimeNode, body: Buffer): Promise<{ bytes: Buffer; footer: string }> {
  let encoded = body
  let footer = ''
  let worded = false
  if (/base64/.test(node.encoding || '')) {
    node.encoding = 'base64'
    const text = body.toString('latin1').replaceAll('\r', '')
    worded = written.test(text.trim().split('\n\n', 1)[0] ?? '')
    const foreign = text.search(/[^A-Za-z0-9+/=\s]/)
    const end = foreign === -1 ? 0 : text.lastIndexOf('\n\n', foreign)
    if (end > 0) {
      encoded = Buffer.from(text.slice(0, end), 'latin1')
      footer = decodeUndeclared(Buffer.from(text.slice(end), 'latin1')).trim()
    }
  }
  const decoder = node.getDecoder()
  decoder.end(encoded)
  const bytes = Buffer.concat(await decoder.toArray())
  return worded && noText.test(bytes.toString('utf8')) ? { bytes: body, footer: '' } : { bytes, footer }
}

/** The text outside the subparts; boundary lines become blank. */
function outside(body: Buffer, boundaries: Set<string>): Buffer {
  const lines = body
    .toString('latin1')
    .split('\n')
    .map((line) => {
      const mark = line.trimEnd()
      const parts =
        mark.startsWith('--') && (boundaries.has(mark.slice(2)) || boundaries.has(mark.slice(2, -2)))
      return parts ? '' : line
    })
  return Buffer.from(lines.join('\n'), 'latin1')
}

/** The part with the boundary found in its body, if the one in its header is wrong. */
async function withFoundBoundary(part: Part): Promise<Part> {
  if (!part.type.startsWith('multipart/') || part.children.length > 0) return part
  const [, boundary] = /^--([\w'()+,./:=?-]{1,200})[ \t]*\r?$/m.exec(part.bytes.toString('latin1')) ?? []
  if (!boundary) return part
  const header = `Content-Type: ${part.type}; boundary="${boundary}"\r\n\r\n`
  const found = await partsOf(Buffer.concat([Buffer.from(header), part.bytes]))
  return found.children.length > 0 ? found : part
}
