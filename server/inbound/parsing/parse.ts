import libmime from 'libmime'
import { oneLine } from '../../emails/one-line.ts'
import { decodeUndeclared } from './charset.ts'
import { beginningOf, isTooLong, shortened } from './fit-text.ts'
import { type Field, headerFields, valuesOf } from './header.ts'
import { picture } from './html-text.ts'
import { type Part, partsOf } from './mime.ts'
import { type OwnWords, ownWords } from './own-words/own-words.ts'
import { textOf } from './parts.ts'

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

/** The file with own words that are too long for messages. */
const wholeText = 'message.txt'

/** Parses an email. Throws if it cannot be read; may take seconds and a lot of memory. */
export async function parseEmail(raw: Uint8Array): Promise<ReadEmail> {
  const { found, text, attachments, words, whole } = await contentsOf(raw)
  const fields = headerFields(raw)
  const { body, quotedText } = words
  const aside = kept(found.aside.join('\n\n'))
  return {
    fields,
    from: shown(fields, 'from'),
    subject: shown(fields, 'subject'),
    text: shortened([text.trim() && text.replaceAll(picture, ''), aside].filter(Boolean).join('\n\n')),
    attachments: whole === null ? attachments : [...attachments, noteOf(fileOf(whole))],
    rough: found.rough.length > 0,
    body: whole === null ? body : beginningOf(whole, wholeText),
    quotedText: shortened([quotedText, aside].filter(Boolean).join('\n\n')) || null,
  }
}

export interface Files {
  /** The bytes of an email’s attachments, in their order. */
  files: Uint8Array[]
  /** Its own words if they are too long for messages: one more attachment. */
  whole: string | null
}

export async function filesIn(raw: Uint8Array): Promise<Files> {
  const { found, whole } = await contentsOf(raw)
  return { files: found.files.slice(0, maxAttachments).map(({ bytes }) => bytes), whole }
}

async function contentsOf(raw: Uint8Array) {
  const found = await textOf(await partsOf(raw))
  const text = kept(found.text)
  const attachments = found.files.slice(0, maxAttachments).map(noteOf)
  const words = ownWords(text, attached(attachments) || (text.includes(picture) ? '🖼️' : ''))
  return { found, text, attachments, words, whole: isTooLong(words.body) ? words.body : null }
}

const fileOf = (text: string) => ({ name: wholeText, type: 'text/plain', bytes: Buffer.from(text) })

/** What is known about an unreadable email: its text is the source. */
export function unread(raw: Uint8Array): Pick<ReadEmail, 'from' | 'subject' | 'text'> {
  const fields = headerFields(raw)
  const text = decodeUndeclared(raw)
  const body = text.slice(Math.max(0, text.search(/\r?\n\r?\n/)))
  return {
    from: shown(fields, 'from'),
    subject: shown(fields, 'subject'),
    text: kept(shortened(body.trim())),
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
