import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { compressParts, type Encoding, type Markup } from './compress-parts.ts'

/** Headers of every page: no caching, no referrer, no sniffing. */
const always = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  vary: 'accept-encoding',
}

/** A page as one response, compressed if allowed. `policy` is its Content-Security-Policy, one item per directive. */
export async function answer(
  c: Context,
  html: string | Markup[],
  policy: string[],
  status = 200,
): Promise<Response> {
  const parts = typeof html === 'string' ? [html] : html
  const headers: Record<string, string> = { ...always, 'content-security-policy': policy.join('; ') }
  const encoding = encodingFor(c)
  if (!encoding) return new Response(textOf(parts), { status, headers })
  const body = await compressParts(parts, encoding)
  return new Response(body, { status, headers: { ...headers, 'content-encoding': encoding } })
}

/** The best that the browser accepts. */
const encodingFor = (c: Context) =>
  encodings.find((one) => accepts(c, { header: 'Accept-Encoding', supports: [one], default: '' }) === one)

const encodings: Encoding[] = ['zstd', 'gzip']

function textOf(parts: Markup[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}
