import { createHmac, timingSafeEqual } from 'node:crypto'

const shape = /^[0-9a-f]{64}$/

/** HMAC-SHA256 of `text` with the UTF-8 text of `secret` as key: 64 lower-case hexadecimal digits. */
export function sign(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('hex')
}

/** Whether `hmac` signs `text` with `secret`; an empty secret never does. Takes the same time for every wrong HMAC. */
export function verify(text: string, secret: string, hmac: string): boolean {
  if (!shape.test(hmac) || secret === '') return false
  return timingSafeEqual(Buffer.from(hmac, 'hex'), Buffer.from(sign(text, secret), 'hex'))
}

/**
 * The email that `hmac` signs with one of the secrets, and that secret, or null. An unencoded plus sign arrives as a
 * space: the email is tried again with the plus signs put back.
 */
export function signedEmail<Secret extends { value: string }>(
  email: string,
  hmac: string,
  secrets: Secret[],
) {
  const spellings = email.includes(' ') ? [email, email.replaceAll(' ', '+')] : [email]
  for (const spelling of spellings) {
    const secret = secrets.find(({ value }) => verify(spelling, value, hmac))
    if (secret) return { email: spelling, secret }
  }
  return null
}
