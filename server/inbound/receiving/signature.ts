import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds allowed for clock differences and the request's way here. */
const tolerance = 5 * 60

/** Names as in the Standard Webhooks specification. */
export interface SignedHeaders {
  'webhook-id': string
  /** Seconds since 1970. */
  'webhook-timestamp': string
  /** One signature or several, with spaces between: `v1,` and the base64 of an HMAC-SHA256. */
  'webhook-signature': string
}

/** Whether a request's timestamp is acceptable: checked before its body is read. */
export function isTimely(
  { 'webhook-id': id, 'webhook-timestamp': at }: SignedHeaders,
  now = Date.now(),
): boolean {
  return id !== '' && /^\d{1,12}$/.test(at) && Math.abs(Number(at) - now / 1_000) <= tolerance
}

/**
 * Whether one of the signatures is that of `<id>.<timestamp>.<body>`. The HMAC's key is the secret's text in UTF-8:
 * libraries that expect a base64 secret need `whsec_` and the base64 of that text.
 */
export function isSigned(headers: SignedHeaders, body: Uint8Array, secret: string): boolean {
  const expected = createHmac('sha256', secret)
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.`)
    .update(body)
    .digest()
  return headers['webhook-signature'].split(' ').some((signature) => {
    const given = Buffer.from(/^v1,(.+)$/.exec(signature)?.[1] ?? '', 'base64')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}
