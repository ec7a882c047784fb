import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { gzip, type Markup } from './gzip-parts.ts'

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
  const encoding = accepts(c, { header: 'Accept-Encoding', supports: ['gzip'], default: 'identity' })
  const headers: Record<string, string> = { ...always, 'content-security-policy': policy.join('; ') }
  if (encoding === 'identity') return new Response(textOf(parts), { status, headers })
  const body = new Uint8Array(await gzip(parts))
  return new Response(body, { status, headers: { ...headers, 'content-encoding': encoding } })
}

function textOf(parts: Markup[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}
