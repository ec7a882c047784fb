import { Worker } from 'node:worker_threads'
import type { ReadEmail } from './parse.ts'

/** Maximum milliseconds for one email; the largest real ones take a few seconds. */
const parseTimeout = 30_000
/** Maximum megabytes of heap. */
const memory = 512

/** The email cannot be read, now or ever. */
export class Unreadable extends Error {}

/** What the thread is asked for. */
export interface Asked {
  raw: Uint8Array
  what: 'email' | 'files'
}

/** The thread's result. */
export interface Reading {
  email?: ReadEmail
  files?: Uint8Array[]
  failure?: string
}

let thread: Worker | undefined
let turn: Promise<unknown> = Promise.resolve()

/**
 * Reads an email in its own thread, which is terminated if that takes too long or too much memory: whatever is sent,
 * the server keeps running. One at a time. Throws Unreadable.
 */
export async function readEmail(raw: Uint8Array): Promise<ReadEmail> {
  const { email } = await read({ raw, what: 'email' })
  if (!email) throw new Error('An email was asked for')
  return email
}

/** The bytes of an email's attachments, in the same way. */
export async function readFiles(raw: Uint8Array): Promise<Uint8Array[]> {
  const { files } = await read({ raw, what: 'files' })
  return files ?? []
}

function read(what: Asked): Promise<Reading> {
  const reading = turn.then(() => readInTurn(what))
  turn = reading.catch(() => {})
  return reading
}

async function readInTurn(what: Asked): Promise<Reading> {
  const asked = start()
  const { promise, resolve } = Promise.withResolvers<Reading>()
  const giveUp = () => resolve({ failure: 'it takes too long or too much memory' })
  const timer = setTimeout(giveUp, parseTimeout)
  asked.once('message', resolve).once('exit', giveUp)
  asked.postMessage(what)
  const reading = await promise
  clearTimeout(timer)
  asked.off('message', resolve).off('exit', giveUp)
  if (reading.failure === undefined) return reading
  await asked.terminate()
  throw new Unreadable(reading.failure)
}

function start(): Worker {
  if (thread) return thread
  const started = new Worker(new URL('./reader.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  // Out of memory: the 'exit' event follows and settles the promise.
  started.on('error', () => {})
  started.on('exit', () => {
    if (thread === started) thread = undefined
  })
  started.unref()
  thread = started
  return started
}
