import { withoutEmailTokens } from '../notifications/email-token.ts'
import type { ReadEmail } from './parsing/parse.ts'
import { readEmail } from './parsing/read.ts'

/** What an email says, without our tokens, which quotations contain. Throws Unreadable. */
export async function readReply(raw: Uint8Array): Promise<ReadEmail> {
  const { body, quotedText, text, ...read } = await readEmail(raw)
  return {
    ...read,
    body: withoutEmailTokens(body),
    quotedText: quotedText && withoutEmailTokens(quotedText),
    text: withoutEmailTokens(text),
  }
}
