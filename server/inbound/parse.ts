import { finished } from 'node:stream/promises'
import { type AttachmentStream, MailParser, type MailParserOptions } from 'mailparser'
import { oneLine } from '../emails/one-line.ts'
import { type Field, headerFields } from './header.ts'
import { type OwnWords, ownWords } from './own-words.ts'
import { type Part, textOf } from './parts.ts'

/** Characters of text that are read; a message has a tenth at most. */
const longestText = 200_000
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

const options: MailParserOptions = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  ignoreEmbedded: true,
  keepDeliveryStatus: true,
  checksumAlgo: false,
}

/** The text that mailparser gives leaves HTML out that has no plain alternative: it is made of its tree instead. */
class Parser extends MailParser {
  declare tree: Part | false
}

/** Reads a mail's MIME. Throws for one that cannot be read; may take seconds and much memory. */
export async function parseMail(raw: Uint8Array): Promise<ReadMail> {
  const parser = new Parser(options)
  const streams: AttachmentStream[] = []
  parser.on('data', (data) => {
    if (data.type !== 'attachment') return
    streams.push(data)
    data.content.on('end', () => data.release?.()).resume()
  })
  parser.end(raw)
  await finished(parser)
  const text = kept((parser.tree ? textOf(parser.tree) : '').slice(0, longestText))
  const attachments = streams.slice(0, mostAttachments).map(noteOf)
  return {
    fields: headerFields(raw),
    from: shortLine(parser.from?.text ?? '') || null,
    subject: shortLine(parser.subject ?? '') || null,
    text: text.trim() && text,
    attachments,
    ...ownWords(text, attached(attachments)),
  }
}

/** Stands for the words of a mail that has none of its own. */
function attached(attachments: AttachmentNote[]): string {
  return attachments.length > 0 ? `📎 ${attachments.map(({ name }) => name).join(', ')}` : ''
}

function noteOf({ filename = '', contentType, size = 0 }: AttachmentStream): AttachmentNote {
  const name = shortLine(filename.split(/[/\\]/).at(-1) ?? '').slice(0, 200)
  return { name: kept(name) || 'attachment', type: shortLine(contentType).slice(0, 100), size }
}

function shortLine(text: string): string {
  return kept(oneLine(text).slice(0, 500))
}

/** What the database can keep. */
function kept(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
