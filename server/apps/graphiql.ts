import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'graphql-yoga'

const exampleQuery = `# The newest tickets and what was said last.
query NewestTickets {
  tickets(first: 5) {
    totalCount
    edges {
      node {
        number
        subject
        status
        customer { name }
        lastMessage { body createdAt }
      }
    }
  }
}
`

type Encoding = 'br' | 'gzip' | undefined

/** Serves GraphiQL to browsers that open the API's address. */
export const graphiql = (demoKey: () => string | undefined): Plugin => ({
  async onRequest({ request, fetchAPI, endResponse }) {
    const header = (name: string) => request.headers.get(name) ?? ''
    if (request.method !== 'GET' || !header('accept').includes('text/html')) return
    const encoding = encodingFor(header('accept-encoding'))
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      vary: 'accept-encoding',
      ...(encoding && { 'content-encoding': encoding }),
    }
    endResponse(new fetchAPI.Response(await page(demoKey(), encoding), { headers }))
  },
})

function encodingFor(accepted: string): Encoding {
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

/** Nine megabytes for each encoding, so it is compressed once, on first use. */
const cache = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/** The page, signed in with `key`. */
function page(key: string | undefined, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const name = `${encoding} ${key}`
  const made = cache.get(name) ?? write(key, encoding)
  made.catch(() => cache.delete(name))
  cache.set(name, made)
  return made
}

async function write(key: string | undefined, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const html = renderGraphiQL({
    title: 'Ticket Center API',
    subscriptionsProtocol: 'WS',
    headers: JSON.stringify({ authorization: `Bearer ${key ?? 'YOUR KEY'}` }, null, 2),
    defaultQuery: exampleQuery,
  })
  if (encoding === 'gzip') return new Uint8Array(await promisify(gzip)(String(html)))
  if (encoding === undefined) return new TextEncoder().encode(String(html))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4 }
  return new Uint8Array(await promisify(brotliCompress)(String(html), { params }))
}
