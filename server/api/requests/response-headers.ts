import type { Plugin } from 'graphql-yoga'

/** The headers of every answer of Yoga, GraphiQL's page included. */
export const responseHeaders: Plugin = {
  onResponse({ response: { headers } }) {
    headers.set('cache-control', 'no-store')
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'no-referrer')
    if (headers.get('content-type')?.startsWith('text/html')) forbidReading(headers)
    // Yoga responds with the caller's own origin, by which caches would have to vary.
    if (headers.has('access-control-allow-origin')) {
      headers.set('access-control-allow-origin', '*')
      headers.delete('vary')
    }
  },
}

/** GraphiQL contains the demo's key: no other page may read it. */
function forbidReading(headers: Headers): void {
  for (const [name] of [...headers]) if (name.startsWith('access-control-')) headers.delete(name)
  headers.set('content-security-policy', "frame-ancestors 'none'")
  headers.set('cross-origin-resource-policy', 'same-origin')
}
