import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { emailLimit } from './receive.ts'

/** Milliseconds for which a sender may send nothing. */
const idleLimit = 5_000

/** A Node request, whose connection reports when it falls silent. */
export type EmailCall = Context<{ Bindings: { incoming: IncomingMessage } }>

/** The body of a request; or why it was not read to the end: too large, no room in memory, or stalled. */
export async function readBody(
  { req, env: { incoming } }: EmailCall,
  fits: (bytes: number) => boolean,
): Promise<Uint8Array | 'too large' | 'no room' | 'silent'> {
  if (Number(req.header('content-length')) > emailLimit) return 'too large'
  const reader = req.raw.body?.getReader()
  if (!reader) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  let silent = false
  const giveUp = () => {
    silent = true
    reader.cancel().catch(() => {})
  }
  incoming.setTimeout(idleLimit, giveUp)
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.byteLength
      if (size > emailLimit) return 'too large'
      if (!fits(next.value.byteLength)) return 'no room'
      parts.push(next.value)
    }
  } finally {
    incoming.off('timeout', giveUp).setTimeout(0)
    reader.cancel().catch(() => {})
  }
  return silent ? 'silent' : Buffer.concat(parts)
}
