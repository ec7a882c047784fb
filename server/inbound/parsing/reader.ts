import { parentPort } from 'node:worker_threads'
import { filesIn, parseEmail } from './parse.ts'
import type { Asked, Reading } from './read.ts'

const answer = (reading: Reading) => parentPort?.postMessage(reading)

// Runs in its own thread: see read.ts.
parentPort?.on('message', async ({ raw, what }: Asked) => {
  try {
    answer(what === 'files' ? { files: await filesIn(raw) } : { email: await parseEmail(raw) })
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) })
  }
})
