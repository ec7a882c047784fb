import { type Attachment, type SimpleParserOptions, simpleParser } from 'mailparser'
import { type Field, headerFields } from './header.ts'
import { htmlToText } from './html-text.ts'
import { type OwnWords, ownWords } from './own-words.ts'

/** Characters of text that are read; a message has a tenth at most. */
const longestText = 200_000
const longestHtml = 1_000_000
const mostAttachments = 100

export type AttachmentNote = {
  name: string
  /** MIME type, as the sender says. */
  type: string
  /** Bytes. */
  size: number
}

/** A mail as it was understood. */
export interface ReadMail extends OwnWords {
  fields: Field[]
  /** As mail programs show them; null where there is none. */
  from: string | null
  subject: string | null
  /** All that it says, quotations included; empty where it says nothing. */
  text: string
  /** What came with it, pictures in its text included. */
  attachments: AttachmentNote[]
}

const options: SimpleParserOptions = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  keepCidLinks: true,
  ignoreEmbedded: true,
  keepDeliveryStatus: true,
  checksumAlgo: false,
}

/** Reads a mail's MIME. Throws for one that cannot be read; may take seconds and much memory. */
export async function parseMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await simpleParser(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), options)
  const plain = kept(mail.text?.slice(0, longestText) ?? '')
  const text = plain.trim()
    ? plain
    : kept(htmlToText((mail.html || '').slice(0, longestHtml))).slice(0, longestText)
  const attachments = mail.attachments.slice(0, mostAttachments).map(noteOf)
  const from = [mail.from].flat()[0]?.text
  return {
    fields: headerFields(raw),
    from: oneLine(from ?? '') || null,
    subject: oneLine(mail.subject ?? '') || null,
    text: text.trim() && text,
    attachments,
    ...ownWords(text.trim() ? text : attached(attachments)),
  }
}

/** Stands for the text of a mail that has none. */
function attached(attachments: AttachmentNote[]): string {
  return attachments.length > 0 ? `📎 ${attachments.map(({ name }) => name).join(', ')}` : ''
}

function noteOf({ filename = '', contentType, size }: Attachment): AttachmentNote {
  const name = oneLine(filename.split(/[/\\]/).at(-1) ?? '').slice(0, 200)
  return { name: kept(name) || 'attachment', type: oneLine(contentType).slice(0, 100), size }
}

/** Without control characters, nor those that turn the direction of text around. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\s]+/gu, ' ')
  return kept(line.trim().slice(0, 500))
}

/** What the database can keep. */
function kept(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
