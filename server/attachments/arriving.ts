import type { IncomingMessage } from 'node:http'

/** An upload that cannot be accepted: status and text of the response. */
export class Refused extends Error {
  status: 400 | 403 | 408 | 409 | 413 | 415 | 422 | 429
  constructor(status: Refused['status'], message: string) {
    super(message)
    this.status = status
  }
}

/** A sender must deliver this many bytes within this many seconds. */
const slowest = { seconds: 10, bytes: 160_000 }

/** The bytes of a request. Throws Refused if there are more or fewer than declared, or if they come too slowly. */
export async function* arriving(incoming: IncomingMessage, size: number): AsyncGenerator<Buffer> {
  const source = incoming.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]()
  const { promise: stalled, reject } = Promise.withResolvers<never>()
  let [arrived, waiting] = [0, true]
  const seen: number[] = []
  const timer = setInterval(() => {
    // While we write, the sender is not the slow one.
    if (!waiting) return
    seen.push(arrived)
    if (seen.length <= slowest.seconds) return
    if (arrived - (seen.shift() ?? 0) < slowest.bytes) reject(new Refused(408, 'The file arrived too slowly'))
  }, 1_000)
  try {
    for (;;) {
      waiting = true
      const next = await Promise.race([source.next(), stalled])
      waiting = false
      if (next.done) break
      arrived += next.value.length
      if (arrived > size) throw new Refused(413, 'The file is larger than declared')
      yield next.value
    }
  } finally {
    clearInterval(timer)
  }
  if (arrived < size) throw new Refused(400, 'The file is smaller than declared')
}
