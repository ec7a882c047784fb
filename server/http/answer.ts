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
  const headers = { ...always, 'content-security-policy': policy.join('; ') }
  return compressed(c, typeof html === 'string' ? [html] : html, headers, status)
}

/** The parts as one response with these headers, compressed if allowed. */
export async function compressed(
  c: Context,
  parts: Markup[],
  headers: Record<string, string>,
  status = 200,
): Promise<Response> {
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
