import { parentPort } from 'node:worker_threads'
import { parseEmail } from './parse.ts'
import type { Reading } from './read.ts'

const answer = (reading: Reading) => parentPort?.postMessage(reading)

// Runs in its own thread: see read.ts.
parentPort?.on('message', async (raw: Uint8Array) => {
  try {
    answer({ email: await parseEmail(raw) })
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) })
  }
})
