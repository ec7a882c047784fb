import { Worker } from 'node:worker_threads'
import type { ReadEmail } from './parse.ts'

/** Milliseconds that an email may take; the largest real ones take a few seconds. */
const parseTimeout = 30_000
/** Megabytes of objects that it may need. */
const memory = 512

/** The email cannot be read, now or later. */
export class Unreadable extends Error {}

/** What the thread says of an email. */
export interface Reading {
  email?: ReadEmail
  failure?: string
}

let thread: Worker | undefined
let turn: Promise<unknown> = Promise.resolve()

/**
 * Reads an email in a thread of its own, which is given up when one takes too long or too much: whatever somebody sends,
 * the server goes on. One at a time. Throws Unreadable.
 */
export function readEmail(raw: Uint8Array): Promise<ReadEmail> {
  const reading = turn.then(() => readInTurn(raw))
  turn = reading.catch(() => {})
  return reading
}

async function readInTurn(raw: Uint8Array): Promise<ReadEmail> {
  const asked = start()
  const { promise, resolve } = Promise.withResolvers<Reading>()
  const giveUp = () => resolve({ failure: 'it takes too long or too much memory' })
  const timer = setTimeout(giveUp, parseTimeout)
  asked.once('message', resolve).once('exit', giveUp)
  asked.postMessage(raw)
  const { email, failure } = await promise
  clearTimeout(timer)
  asked.off('message', resolve).off('exit', giveUp)
  if (email) return email
  await asked.terminate()
  throw new Unreadable(failure)
}

function start(): Worker {
  if (thread) return thread
  const started = new Worker(new URL('./reader.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  // Out of memory: 'exit' follows and ends the waiting.
  started.on('error', () => {})
  started.on('exit', () => {
    if (thread === started) thread = undefined
  })
  started.unref()
  thread = started
  return started
}
