import { createHmac } from 'node:crypto'
import { sign } from '../../identity/hmac.ts'
import { liveSecrets, type WebsiteAccess } from '../../identity/website.ts'

type Diagnosis = { ok: true } | { ok: false; message: string; fix: string }

const no = (message: string, fix: string): Diagnosis => ({ ok: false, message, fix })

/** Why an HMAC is refused: what was signed, with which secret, in what form. Only for administrators. */
export function diagnoseHmac(website: WebsiteAccess, email: string, hmac: string | undefined): Diagnosis {
  if (!hmac)
    return no('There is no `hmac`.', 'Sign the email address on your server and pass the result as `hmac`.')
  const current = liveSecrets(website, 'CUSTOMER').map(({ value }) => value)
  const signs = (text: string, secrets: string[]) =>
    secrets.some((secret) => sign(text, secret) === hmac.toLowerCase())
  if (/[A-F]/.test(hmac) && signs(email, current)) {
    return no('The signature is correct, but in upper case.', 'Write the hexadecimal digits in lower case.')
  }
  if (!/^[0-9a-f]{64}$/.test(hmac)) {
    return no(
      `It has ${hmac.length} characters; 64 lower-case hexadecimal digits are expected.`,
      hashHint(hmac.length),
    )
  }
  if (signs(email, current)) return { ok: true }
  const spelling = spellings(email).find(([text]) => signs(text, current))
  if (spelling)
    return no(`The signature is one of ${spelling[1]}.`, 'Sign exactly the text you pass as `email`.')
  const bytes = (secret: string) =>
    createHmac('sha256', Buffer.from(secret, 'hex')).update(email).digest('hex')
  if (current.some((secret) => bytes(secret) === hmac)) {
    return no(
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
    return no('It was signed with a retired secret.', 'Use the current customer secret.')
  }
  if (
    signs(
      email,
      website.secrets.filter(({ kind }) => kind === 'OPERATOR').map(({ value }) => value),
    )
  ) {
    return no(
      'It was signed with the operator secret.',
      'Sign customers’ email addresses with the customer secret.',
    )
  }
  return no(
    'It is not the signature of this email address under the current customer secret.',
    'Compare the secret on your server with the one in the settings, character by character.',
  )
}

function spellings(email: string): [text: string, name: string][] {
  const name = (word: string) => word.replace(/(^|[._-])\p{L}/gu, (start) => start.toUpperCase())
  const [local = '', domain = ''] = email.split('@')
  const cases = [
    email.toLowerCase(),
    email.toUpperCase(),
    `${name(local)}@${domain}`,
    `${name(local)}@${name(domain)}`,
  ]
  return [
    ...cases.map((text): [string, string] => [text, 'the address in different case']),
    [email.trim(), 'the address without the spaces around it'],
    [encodeURIComponent(email), 'the URL-encoded address'],
    [`${email}\n`, 'the address with a line break after it'],
  ]
}

function hashHint(length: number): string {
  if (length === 40) return 'That is the length of SHA-1: use HMAC-SHA256.'
  if (length === 128) return 'That is the length of SHA-512: use HMAC-SHA256.'
  if (length === 44) return 'That looks like base64: write the bytes as hexadecimal digits.'
  return 'Write the complete HMAC-SHA256 as hexadecimal digits, without quotes.'
}
