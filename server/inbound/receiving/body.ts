import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { emailLimit } from './receive.ts'

/** Maximum bodies read at a time, in total and per address: only a body that has been read can be verified. */
const maxBodies = 16
const maxBodiesPerAddress = 4
/** Milliseconds for which a sender may send nothing. */
const idleLimit = 5_000

/** A Node request, whose connection reports when it falls silent. */
export type EmailCall = Context<{ Bindings: { incoming: IncomingMessage } }>

/** Addresses whose bodies are being read. */
const reading: string[] = []

type Body = Uint8Array | 'too large' | 'no room' | 'silent'

/** The body of a request; or why it was not read to the end: too large, no room in memory, or stalled. */
export async function readBody(
  call: EmailCall,
  address: string,
  fits: (bytes: number) => boolean,
): Promise<Body> {
  if (
    reading.length >= maxBodies ||
    reading.filter((other) => other === address).length >= maxBodiesPerAddress
  )
    return 'no room'
  reading.push(address)
  try {
    return await readToEnd(call, fits)
  } finally {
    reading.splice(reading.indexOf(address), 1)
  }
}

async function readToEnd(
  { req, env: { incoming } }: EmailCall,
  fits: (bytes: number) => boolean,
): Promise<Body> {
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
