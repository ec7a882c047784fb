import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Headers of every page: nothing is kept, nothing is passed on, nothing is guessed. */
const always = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  vary: 'accept-encoding',
}

/** A page as one compressed response. `policy` is its Content-Security-Policy, a directive each. */
export async function answer(c: Context, html: string, policy: string[], status = 200): Promise<Response> {
  const encodings = c.req.header('accept-encoding') ?? ''
  const headers: Record<string, string> = { ...always, 'content-security-policy': policy.join('; ') }
  if (/\bbr\b/.test(encodings)) {
    const body = await brotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    return new Response(new Uint8Array(body), { status, headers: { ...headers, 'content-encoding': 'br' } })
  }
  if (/\bgzip\b/.test(encodings)) {
    const body = await gzipped(html)
    return new Response(new Uint8Array(body), { status, headers: { ...headers, 'content-encoding': 'gzip' } })
  }
  return new Response(html, { status, headers })
}
