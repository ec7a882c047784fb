/** Characters of an encoded word, which RFC 2047 limits to 75. */
const wordLength = 52

/**
 * Nodemailer's options for a subject that arrives as it is. A text that looks like an encoded word (RFC 2047) is
 * encoded: nodemailer takes it for one that already is.
 */
export async function subjectOf(text: string) {
  if (!/=\?[^?\s]+\?[bq]\?/i.test(text)) return { subject: text }
  const { encodeWord } = await import('nodemailer/lib/mime-funcs')
  const value = encodeWord(text, 'B', wordLength)
  return { subject: undefined, headers: { Subject: { prepared: true, foldLines: true, value } } }
}
