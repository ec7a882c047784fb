import { existsSync } from 'node:fs'
import { isMainThread, workerData } from 'node:worker_threads'

// Imported into every thread of a server: the embedded database's thread ends when a file says how.
const { folder } = (workerData ?? {}) as { folder?: string }
if (!isMainThread && folder) {
  setInterval(() => {
    if (existsSync(`${folder}/../throw`)) throw new Error('The thread fails')
    if (existsSync(`${folder}/../exit`)) process.exit(0)
  }, 20).unref()
}
