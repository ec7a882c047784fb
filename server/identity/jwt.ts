import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/** Tokens by RFC 7519, signed only with HS256. By Node itself: WebCrypto needs a thread for each signature. */

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const seconds = (time: number) => Math.floor(time / 1_000)
const header = encoded({ alg: 'HS256' })

const macOf = (text: string, key: KeyObject) => createHmac('sha256', key).update(text).digest('base64url')

export function signJwt(
  claims: object,
  audience: string,
  expiry: Date,
  key: KeyObject,
  issued = Date.now(),
): string {
  const times = { iat: seconds(issued), exp: seconds(expiry.getTime()) }
  const text = `${header}.${encoded({ ...claims, aud: audience, ...times })}`
  return `${text}.${macOf(text, key)}`
}

/** The claims of an unexpired token that was signed with this key for this audience; null for any other text. */
export function verifyJwt(token: string, audience: string, key: KeyObject): { exp: number } | null {
  const [head, payload, mac, rest] = token.split('.', 4)
  if (head !== header || !payload || !mac || rest !== undefined) return null
  const [given, own] = [Buffer.from(mac), Buffer.from(macOf(`${head}.${payload}`, key))]
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null
  const claims = parsed(payload)
  if (claims?.aud !== audience || typeof claims.exp !== 'number') return null
  return claims.exp > seconds(Date.now()) ? { ...claims, exp: claims.exp } : null
}

function parsed(payload: string): Record<string, unknown> | null {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
