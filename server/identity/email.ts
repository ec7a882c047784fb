/**
 * The identity of an address: A–Z in lower case, without ASCII blanks around it. Nothing else is folded: by Unicode’s
 * rules two people could become one, as the Kelvin sign becomes a k.
 */
export function canonicalEmail(email: string): string {
  return trimAscii(email).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** Without the spaces, tabs and line breaks of ASCII around it; no other white space is taken away. */
export function trimAscii(text: string): string {
  const blank = (index: number) => ' \t\r\n'.includes(text.charAt(index))
  let [start, end] = [0, text.length]
  while (start < end && blank(start)) start++
  while (end > start && blank(end - 1)) end--
  return text.slice(start, end)
}

/**
 * Something@something, 254 characters at most, of what RFC 5322 allows without quotes: never a list, a group or a name.
 * White space and invisible characters of any kind are refused; the joiners of Persian and Sinhala are not.
 */
export function isEmail(text: string): boolean {
  if (text.length > 254 || /[\p{Z}\p{Cs}\p{Bidi_Control}]|(?![\u200c\u200d])\p{Cf}/u.test(text)) return false
  return /^[^\s@,;:<>"()[\]\\\p{Cc}]+@[^\s@,;:<>"()[\]\\\p{Cc}]+$/u.test(text)
}
