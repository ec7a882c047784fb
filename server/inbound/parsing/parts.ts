import libmime from 'libmime'
import { decodeText } from './charset.ts'
import { htmlToText } from './html-text.ts'
import { type Part, partsOf } from './mime.ts'
import { richest } from './richest.ts'
import { isRtf, rtfToText } from './rtf-text.ts'
import { signedEmail } from './smime.ts'

/** The contents of an email's parts. */
export interface Found {
  text: string
  /** Text that email programs show separately: forwarded emails, text outside the parts or among header fields. */
  aside: string[]
  /** Text extracted from documents, used only if there is nothing else. */
  rough: string[]
  files: Part[]
}

/** Maximum nesting of forwarded emails. */
const maxDepth = 5

/** What email programs write above the parts, for old programs without MIME support. */
const remark = /^(?:this is|this message|this e-?mail|if you)\b[\s\S]{0,400}\bMIME\b[\s\S]{0,400}$/i

/** An email's text and attachments. If no part is text, the other contents replace it. */
export async function textOf(root: Part): Promise<Found> {
  const { text, rough, files, ...found } = await find(root, 0)
  const aside = found.aside.map((other) => other.trim()).filter(Boolean)
  if (text.trim()) return { text, aside, rough: [], files }
  if (aside.length > 0) return { text: aside.join('\n\n'), aside: [], rough: [], files }
  return { text: rough.join('\n\n'), aside, rough: rough.filter((words) => words.trim()), files }
}

async function find(part: Part, depth: number): Promise<Found> {
  const found = await findWithin(part, depth)
  return { ...found, aside: [part.strays, ...found.aside] }
}

async function findWithin(part: Part, depth: number): Promise<Found> {
  if (!part.type.startsWith('multipart/')) return leaf(part, depth)
  const found: Found[] = []
  const failures: unknown[] = []
  for (const child of part.children) {
    // One alternative is enough.
    const given = find(child, depth)
    found.push(await (part.type === 'multipart/alternative' ? given.catch(fail) : given))
  }
  function fail(failure: unknown): Found {
    failures.push(failure)
    return { text: '', aside: [], rough: [], files: [] }
  }
  // Not “This is a multi-part message in MIME format.”
  const outside = decodeText(part.bytes, '')
    .split(/\n\s*\n/)
    .filter((text) => !remark.test(text.trim()))
  const texts = found.map(({ text }) => text)
  if (failures.length > 0 && !texts.some((text) => text.trim())) throw failures[0]
  return {
    text: part.type === 'multipart/alternative' ? richest(part.children, texts) : join(texts),
    aside: [...found.flatMap(({ aside }) => aside), outside.join('\n\n')],
    rough: found.flatMap(({ rough }) => rough),
    files: found.flatMap(({ files }) => files),
  }
}

async function leaf(part: Part, depth: number): Promise<Found> {
  const attached = part.disposition === 'attachment'
  if (/^message\/(?:rfc822|global|partial)$/.test(part.type) && !attached && depth < maxDepth) {
    const { text, aside, rough } = await find(await partsOf(part.bytes), depth + 1)
    return { text: '', aside: [text, ...aside], rough, files: [part] }
  }
  const signed = /^application\/(?:x-)?pkcs7-mime$/.test(part.type) ? signedEmail(part.bytes) : undefined
  if (signed && depth < maxDepth) {
    const found = await find(await partsOf(signed), depth + 1)
    return { ...found, files: [part, ...found.files] }
  }
  if (isRtf(part.bytes) && !part.name && !attached)
    return { text: '', aside: [], rough: [rtfToText(part.bytes)], files: [part] }
  if (isText(part.type) && !attached) return { text: read(part), aside: [], rough: [], files: [] }
  if (!part.name && isOddText(part)) return { text: '', aside: [read(part)], rough: [], files: [] }
  return { text: '', aside: [], rough: [], files: [part] }
}

/** Also without the semicolon. */
const isText = (type: string) => /^text\/(?:plain|html)\b(?!-)/.test(type)

const vague = /^(?:x-)?unknown\/|^application\/(?:octet-stream|x-unknown|xhtml\+xml)$/

/** Text under a type that email programs do not show as text, though some write it. */
function isOddText({ type, bytes }: Part): boolean {
  if (/^text\/(?:calendar|(?:x-)?vcard|directory|css|csv|javascript|json|xml|x-amp|vnd\.)/.test(type))
    return false
  if (type.startsWith('text') || !/^[\w.+-]+\/[\w.+-]+$/.test(type) || type.endsWith('/text')) return true
  return vague.test(type) && !/[^\P{Cc}\s]|\ufffd/u.test(bytes.toString('utf8'))
}

function read({ type, bytes, charset, flowed, delSp, footer }: Part): string {
  const html = /html/.test(type)
  const decoded = decodeText(bytes, charset, html).replaceAll('\r\n', '\n')
  const text = html ? htmlToText(decoded) : flowed ? libmime.decodeFlowed(decoded, delSp) : decoded
  const plain = /enriched|richtext/.test(type) ? text.replace(/<\/?[a-z][a-z-]{0,30}>/gi, '') : text
  return join([plain, footer])
}

const join = (texts: string[]) =>
  texts
    .map((text) => text.trimEnd())
    .filter(Boolean)
    .join('\n\n')
