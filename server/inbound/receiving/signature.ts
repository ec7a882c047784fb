import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds by which the clocks of sender and server may differ, and for which a request may be on its way. */
const tolerance = 5 * 60

/** Names as in the Standard Webhooks specification. */
export interface SignedHeaders {
  'webhook-id': string
  /** Seconds since 1970. */
  'webhook-timestamp': string
  /** One signature or several, with spaces between: `v1,` and the base64 of an HMAC-SHA256. */
  'webhook-signature': string
}

/** Whether the headers can be those of a good request at this time: told before its body is read. */
export function isTimely(
  { 'webhook-id': id, 'webhook-timestamp': at }: SignedHeaders,
  now = Date.now(),
): boolean {
  return id !== '' && /^\d{1,12}$/.test(at) && Math.abs(Number(at) - now / 1_000) <= tolerance
}

/**
 * Whether one of the signatures is that of `<id>.<timestamp>.<body>`. The HMAC's key is the secret's own text in UTF-8:
 * libraries that want a base64 secret are given `whsec_` and the base64 of that text.
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
