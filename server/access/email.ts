/** The identity of an address: trimmed, lower case. */
export function canonicalEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** Something@something, 254 characters at most, of what RFC 5322 lets stand without quotes: never a list, a group or a name. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;:<>"()[\]\\\p{Cc}]+@[^\s@,;:<>"()[\]\\\p{Cc}]+$/u.test(text)
}
