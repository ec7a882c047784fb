import { createHmac } from 'node:crypto'
import { sign } from '../../identity/hmac.ts'
import { liveSecrets, type WebsiteAccess } from '../../identity/website.ts'
import type { Finding } from './findings.ts'

type Diagnosis =
  | { ok: true }
  | { ok: false; code: Finding; message: string; fix: string; value: string | null }

function no(code: Finding, message: string, fix: string, value: string | null = null): Diagnosis {
  return { ok: false, code, message, fix, value }
}

/** Why an HMAC is refused: what was signed, with which secret, in what form. Only for administrators. */
export function diagnoseHmac(website: WebsiteAccess, email: string, hmac: string | undefined): Diagnosis {
  if (!hmac) {
    const fix = 'Sign the email address on your server and pass the result as `hmac`.'
    return no('HMAC_MISSING', 'There is no `hmac`.', fix)
  }
  const current = liveSecrets(website, 'CUSTOMER').map(({ value }) => value)
  const signs = (text: string, secrets: string[]) =>
    secrets.some((secret) => sign(text, secret) === hmac.toLowerCase())
  if (/[A-F]/.test(hmac) && signs(email, current)) {
    const fix = 'Write the hexadecimal digits in lower case.'
    return no('HMAC_UPPER_CASE', 'The signature is correct, but in upper case.', fix)
  }
  if (!/^[0-9a-f]{64}$/.test(hmac)) {
    const message = `It has ${hmac.length} characters; 64 lower-case hexadecimal digits are expected.`
    return no(...hashHint(message, hmac.length), String(hmac.length))
  }
  if (signs(email, current)) return { ok: true }
  const spelling = spellings(email).find(([text]) => signs(text, current))
  if (spelling)
    return no(
      spelling[1],
      `It is the signature of ${spelling[2]}.`,
      'Sign exactly the text you pass as `email`.',
    )
  const bytes = (secret: string) =>
    createHmac('sha256', Buffer.from(secret, 'hex')).update(email).digest('hex')
  if (current.some((secret) => bytes(secret) === hmac)) {
    return no(
      'HMAC_DECODED_SECRET',
      'It was signed with the decoded bytes of the secret.',
      'Use the text of the secret as the key, without decoding it from hexadecimal.',
    )
  }
  const retired = website.secrets.filter(({ kind, value }) => kind === 'CUSTOMER' && !current.includes(value))
  if (
    signs(
      email,
      retired.map(({ value }) => value),
    )
  ) {
    return no(
      'HMAC_RETIRED_SECRET',
      'It was signed with a retired secret.',
      'Use the current customer secret.',
    )
  }
  if (
    signs(
      email,
      website.secrets.filter(({ kind }) => kind === 'OPERATOR').map(({ value }) => value),
    )
  ) {
    return no(
      'HMAC_OPERATOR_SECRET',
      'It was signed with the operator secret.',
      'Sign customers’ email addresses with the customer secret.',
    )
  }
  return no(
    'HMAC_OTHER_SECRET',
    'It is not the signature of this email address under the current customer secret.',
    'Compare the secret on your server with the one in the settings, character by character.',
  )
}

type Spelling = [text: string, code: Finding, name: string]

function spellings(email: string): Spelling[] {
  const name = (word: string) => word.replace(/(^|[._-])\p{L}/gu, (start) => start.toUpperCase())
  const [local = '', domain = ''] = email.split('@')
  const cases = [
    email.toLowerCase(),
    email.toUpperCase(),
    `${name(local)}@${domain}`,
    `${name(local)}@${name(domain)}`,
  ]
  return [
    ...cases.map((text): Spelling => [text, 'HMAC_OF_OTHER_CASE', 'the address in different case']),
    [email.trim(), 'HMAC_OF_SPACES', 'the address without the spaces around it'],
    [encodeURIComponent(email), 'HMAC_OF_URL_ENCODED', 'the URL-encoded address'],
    [`${email}\n`, 'HMAC_OF_LINE_BREAK', 'the address with a line break after it'],
  ]
}

function hashHint(message: string, length: number): [Finding, message: string, fix: string] {
  if (length === 40) return ['HMAC_SHA1', message, 'That is the length of SHA-1: use HMAC-SHA256.']
  if (length === 128) return ['HMAC_SHA512', message, 'That is the length of SHA-512: use HMAC-SHA256.']
  if (length === 44)
    return ['HMAC_BASE64', message, 'That looks like base64: write the bytes as hexadecimal digits.']
  const fix = 'Write the complete HMAC-SHA256 as hexadecimal digits, without quotes.'
  return ['HMAC_INCOMPLETE', message, fix]
}
