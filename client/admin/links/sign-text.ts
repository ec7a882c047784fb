import { createHmac } from 'node:crypto'

/** HMAC-SHA256 of a text with a secret: 64 lower-case hexadecimal digits. */
export function signText(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('hex')
}
