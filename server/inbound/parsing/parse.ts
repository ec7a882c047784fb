import libmime from 'libmime'
import { oneLine } from '../../emails/one-line.ts'
import { decodeUndeclared } from './charset.ts'
import { shortened } from './fit-text.ts'
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

/** Parses an email. Throws if it cannot be read; may take seconds and a lot of memory. */
export async function parseEmail(raw: Uint8Array): Promise<ReadEmail> {
  const root = await partsOf(raw)
  const found = await textOf(root)
  const fields = headerFields(raw)
  const text = kept(found.text)
  const attachments = found.files.slice(0, maxAttachments).map(noteOf)
  const { body, quotedText } = ownWords(text, attached(attachments) || (text.includes(picture) ? '🖼️' : ''))
  const aside = kept(found.aside.join('\n\n'))
  return {
    fields,
    from: shown(fields, 'from'),
    subject: shown(fields, 'subject'),
    text: shortened([text.trim() && text.replaceAll(picture, ''), aside].filter(Boolean).join('\n\n')),
    attachments,
    rough: found.rough.length > 0,
    body,
    quotedText: shortened([quotedText, aside].filter(Boolean).join('\n\n')) || null,
  }
}

/** The bytes of its attachments, in their order. */
export async function filesIn(raw: Uint8Array): Promise<Uint8Array[]> {
  const { files } = await textOf(await partsOf(raw))
  return files.slice(0, maxAttachments).map(({ bytes }) => bytes)
}

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

function noteOf({ name, type, bytes }: Part): AttachmentNote {
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
