import { type IncomingHttpHeaders, request } from 'node:http'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'

export interface LoadedPage {
  status: number
  headers: IncomingHttpHeaders
  /** As received: compressed if the headers say so. */
  bytes: Buffer
  body: string
}

/** Loads a page with exactly these headers: `fetch` would add some and omit others. */
export function load(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<LoadedPage> {
  return new Promise((resolve, reject) => {
    request(url, { headers, method }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () => {
        const bytes = Buffer.concat(parts)
        const body = bytes.toString('utf8')
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, body })
      })
    })
      .on('error', reject)
      .end()
  })
}

/** The text of a compressed page. Node itself reads only the first frame of zstd, where browsers read all. */
export function unpacked({ bytes, headers }: LoadedPage): string {
  if (headers['content-encoding'] === 'gzip') return gunzipSync(bytes).toString()
  const next = bytes.indexOf(frameStart, 1)
  const frame = zstdDecompressSync(next > 0 ? bytes.subarray(0, next) : bytes).toString()
  return next > 0 ? frame + unpacked({ bytes: bytes.subarray(next), headers } as LoadedPage) : frame
}

const frameStart = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])

/** The data that an app's document contains for its client; null if there is none. */
export function bootOf({ body }: Pick<LoadedPage, 'body'>) {
  const json = /<template id="boot">(.*?)<\/template>/s.exec(body)?.[1]
  return json === undefined ? null : JSON.parse(json)
}

let lastAddress = 0

/** A new network address, so that no limit is used up; the server must trust this machine as a proxy. */
export function newAddress(): { 'x-forwarded-for': string } {
  lastAddress += 1
  return { 'x-forwarded-for': `2001:db8:0:${lastAddress.toString(16)}::1` }
}
