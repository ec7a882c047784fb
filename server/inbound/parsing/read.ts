import { SingleThread } from '../../threads/single-thread.ts'
import type { Files, ReadEmail } from './parse.ts'

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
  files?: Files
  failure?: string
}

const reader = new SingleThread<Asked, Reading>(new URL('./reader.ts', import.meta.url), parseTimeout, {
  maxOldGenerationSizeMb: memory,
})

/** Reads an email in a thread of its own, within limits of time and memory. Throws Unreadable. */
export async function readEmail(raw: Uint8Array): Promise<ReadEmail> {
  const { email } = await read({ raw, what: 'email' })
  if (!email) throw new Error('An email was asked for')
  return email
}

/** The bytes of an email's attachments, in the same way. */
export async function readFiles(raw: Uint8Array): Promise<Files> {
  const { files } = await read({ raw, what: 'files' })
  if (!files) throw new Error('Files were asked for')
  return files
}

async function read(asked: Asked): Promise<Reading> {
  const reading = await reader.ask(async () => asked)
  const failure = reading ? reading.failure : 'it takes too long or too much memory'
  if (!reading || failure !== undefined) throw new Unreadable(failure)
  return reading
}
