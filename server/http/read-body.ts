import type { IncomingMessage } from 'node:http'

const decoder = new TextDecoder()

/** The body of a request as text; null if it has more bytes than `limit`. Rejects if the sender hangs up. */
export function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = []
  let length = 0
  return new Promise((resolve, reject) => {
    function take(chunk: Buffer) {
      chunks.push(chunk)
      length += chunk.length
      if (length > limit) refuse()
    }
    function refuse() {
      request.off('data', take).pause()
      resolve(null)
    }
    if (Number(request.headers['content-length'] ?? 0) > limit) return refuse()
    request.on('data', take)
    request.once('end', () => resolve(decoder.decode(Buffer.concat(chunks))))
    request.once('error', reject)
    request.once('close', () => reject(new Error('The sender has hung up')))
  })
}
