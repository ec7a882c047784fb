/** The identity of an address: trimmed, lower case. */
export function canonicalEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** Something@something without spaces or control characters, 254 characters at most. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;<>"()\p{Cc}]+@[^\s@,;<>"()\p{Cc}]+$/u.test(text)
}
