import { buffer } from 'node:stream/consumers'
import type { SendMailOptions } from 'nodemailer'
import { fileSize } from '../../../client/i18n/file-size.ts'
import type { Attachment } from '../../../prisma/generated/client/client.ts'
import { storage } from '../../attachments/storage/storage.ts'

/** Bytes: of one attached file, and of all in one email. Base64 adds a third. */
const small = { file: 2_000_000, email: 5_000_000 }

type File = Pick<Attachment, 'id' | 'name' | 'size' | 'type' | 'key' | 'state'>

/** Condition for files that an email shows: none that are infected, or were not accepted. */
export const mentioned = {
  OR: [{ state: 'PENDING' as const }, { state: 'CLEAN' as const, key: { not: null } }],
}

/** The files that go out with an email; all others are only named in it, such as those that wait for the scanner. */
export function attachedTo(messages: { attachments: File[] }[]): File[] {
  let total = 0
  return messages
    .flatMap(({ attachments }) => attachments)
    .filter(({ size, state }) => {
      const fits = state === 'CLEAN' && size <= small.file && total + size <= small.email
      if (fits) total += size
      return fits
    })
}

/** The same as nodemailer takes them. */
export async function withBytes(files: File[]): Promise<SendMailOptions['attachments']> {
  const attachments: NonNullable<SendMailOptions['attachments']> = []
  for (const { name, type, key } of files) {
    const stored = key && (await storage().read(key))
    if (stored) attachments.push({ filename: name, contentType: type, content: await buffer(stored.bytes) })
  }
  return attachments
}

/** A line for each file that does not go out with an email, with a link to the ticket. */
export function linesFor(files: File[], url: string | null, locale: string): string {
  const lines = files.map(
    ({ name, size }) => `📎 ${name} (${fileSize(locale, size)})${url ? `: ${url}` : ''}`,
  )
  return lines.length > 0 ? `\n\n${lines.join('\n\n')}` : ''
}
