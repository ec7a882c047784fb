import { encodeWord } from 'nodemailer/lib/mime-funcs'

/** Characters of an encoded word, which RFC 2047 limits to 75. */
const wordLength = 52

/**
 * Options of nodemailer for a subject that arrives as it is. A text that looks like an encoded word (RFC 2047) goes out
 * encoded, which nodemailer believes it to be already.
 */
export function subjectOf(text: string) {
  if (!/=\?[^?\s]+\?[bq]\?/i.test(text)) return { subject: text }
  const value = encodeWord(text, 'B', wordLength)
  return { subject: undefined, headers: { Subject: { prepared: true, foldLines: true, value } } }
}
