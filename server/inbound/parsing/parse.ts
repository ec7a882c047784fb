import libmime from 'libmime'
import { oneLine } from '../../emails/one-line.ts'
import { decodeUndeclared } from './charset.ts'
import { beginningOf, isTooLong, shortened } from './fit-text.ts'
import { type Field, headerFields, valuesOf } from './header.ts'
import { type Part, partsOf } from './mime.ts'
import { type OwnWords, ownWords } from './own-words/own-words.ts'
import { textOf } from './parts.ts'
import { picture } from './pictures.ts'
import { isForwardSubject, isReplySubject } from './subject-prefixes.ts'

const maxAttachments = 100

export type AttachmentNote = {
  name: string
  /** MIME type claimed by the sender. */
  type: string
  /** Bytes. */
  size: number
}

/** A parsed email. */
export interface ReadEmail extends OwnWords {
  fields: Field[]
  /** As email programs show it; null if there is none. */
  from: string | null
  subject: string | null
  /** The whole text, including quotations; empty if there is none. */
  text: string
  /** Attachments, including inline images. */
  attachments: AttachmentNote[]
  /** Whether its text had to be extracted from a document. */
  rough: boolean
}

/** All of a text that is too long to be shown, as one more attachment. */
export interface TextFile {
  name: string
  text: string
}

const ownFile = 'message.txt'
const quotationFile = 'quotation.txt'

/** Parses an email. Throws if it cannot be read; may take seconds and a lot of memory. */
export async function parseEmail(raw: Uint8Array): Promise<ReadEmail> {
  const { found, text, aside, files, own, quoted, texts } = await contentsOf(raw)
  const fields = headerFields(raw)
  return {
    fields,
    from: shown(fields, 'from'),
    subject: shown(fields, 'subject'),
    text: shortened([text.trim() && text.replaceAll(picture, ''), aside].filter(Boolean).join('\n\n')),
    attachments: [...files, ...texts.map(fileOf)].map(noteOf),
    rough: found.rough.length > 0,
    body: isTooLong(own) ? beginningOf(own, ownFile) : own,
    quotedText: shortened(quoted, quotationFile) || null,
  }
}

export interface Files {
  /** The bytes of an email’s attachments, in their order. */
  files: Uint8Array[]
  /** The attachments after them. */
  texts: TextFile[]
}

export async function filesIn(raw: Uint8Array): Promise<Files> {
  const { files, texts } = await contentsOf(raw)
  return { files: files.map(({ bytes }) => bytes), texts }
}

async function contentsOf(raw: Uint8Array) {
  const found = await textOf(await partsOf(raw))
  const text = kept(found.text)
  const aside = kept(found.aside.join('\n\n'))
  const files = found.files.slice(0, maxAttachments)
  const subject = shown(headerFields(raw), 'subject') ?? ''
  const forwarded = isForwardSubject(subject)
  const written = forwarded || isReplySubject(subject) ? '' : subject
  const instead = written || attached(files.map(noteOf)) || (text.includes(picture) ? '🖼️' : '')
  const words = ownWords(text, instead, forwarded)
  const quoted = [words.quotedText, aside].filter(Boolean).join('\n\n')
  const own = words.body
  const all = [
    { name: ownFile, text: own },
    { name: quotationFile, text: quoted },
  ]
  return { found, text, aside, files, own, quoted, texts: all.filter(({ text }) => isTooLong(text)) }
}

const fileOf = ({ name, text }: TextFile) => ({ name, type: 'text/plain', bytes: Buffer.from(text) })

/** What is known about an unreadable email: its text is the source. */
export function unread(raw: Uint8Array) {
  const fields = headerFields(raw)
  const text = decodeUndeclared(raw)
  const source = kept(text.slice(Math.max(0, text.search(/\r?\n\r?\n/))).trim())
  const texts = isTooLong(source) ? [{ name: ownFile, text: source }] : []
  return {
    from: shown(fields, 'from'),
    subject: shown(fields, 'subject'),
    text: texts.length > 0 ? beginningOf(source, ownFile) : source,
    attachments: texts.map(fileOf).map(noteOf),
    texts,
  }
}

/** A field as email programs show it; null if there is none. */
function shown(fields: Field[], name: string): string | null {
  return shortLine(libmime.decodeWords(valuesOf(fields, name)[0] ?? '')) || null
}

/** Body of an email without text. */
function attached(attachments: AttachmentNote[]): string {
  return attachments.length > 0 ? `📎 ${attachments.map(({ name }) => name).join(', ')}` : ''
}

function noteOf({ name, type, bytes }: Pick<Part, 'name' | 'type' | 'bytes'>): AttachmentNote {
  const file = shortLine(name.split(/[/\\]/).at(-1) ?? '').slice(0, 200)
  return { name: kept(file) || 'attachment', type: shortLine(type).slice(0, 100), size: bytes.length }
}

function shortLine(text: string): string {
  return kept(oneLine(text).slice(0, 500))
}

/** Text that the database can store. */
function kept(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
