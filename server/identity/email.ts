/**
 * The identity of an address: A–Z in lower case, without ASCII white space around it. Nothing else is folded: Unicode’s
 * rules could merge two people, as the Kelvin sign becomes a k.
 */
export function canonicalEmail(email: string): string {
  return foldAscii(trimAscii(email))
}

/** With A–Z in lower case. */
export function foldAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** Without the spaces, tabs and line breaks of ASCII around it; other white space stays. */
export function trimAscii(text: string): string {
  const blank = (index: number) => ' \t\r\n'.includes(text.charAt(index))
  let [start, end] = [0, text.length]
  while (start < end && blank(start)) start++
  while (end > start && blank(end - 1)) end--
  return text.slice(start, end)
}

/**
 * Something@something, at most 254 characters, of what RFC 5322 allows without quotes: never a list, a group or a name.
 * White space and invisible characters are refused, except the joiners of Persian and Sinhala; so are erased customers.
 */
export function isEmail(text: string): boolean {
  if (isErased(text)) return false
  if (text.length > 254 || /[\p{Z}\p{Cs}\p{Bidi_Control}]|(?![\u200c\u200d])\p{Cf}/u.test(text)) return false
  return /^[^\s@,;:<>"()[\]\\\p{Cc}]+@[^\s@,;:<>"()[\]\\\p{Cc}]+$/u.test(text)
}

/** Stands in for the address of an erased customer: no domain ends in `.invalid` (RFC 2606). */
export const erasedEmail = (id: string) => `${id}@erased.invalid`

export const isErased = (email: string) => /@erased\.invalid$/i.test(email)
