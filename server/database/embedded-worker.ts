/** The thread that runs PGlite: it speaks PostgreSQL's protocol with one client at a time. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PrivateFiles } from '../data-dir/private-files.ts'

/** The client's number and its bytes; null: it is gone. Bytes are moved to the other thread, not copied. */
export type FromClient = [client: number, bytes: Uint8Array | null]
export type ToClient = [client: number, parts: Uint8Array<ArrayBuffer>[]]

const port = parentPort
if (!port) throw new Error('Not a worker thread')
const { folder } = workerData as { folder: string | undefined }
const lite = await PGlite.create({
  // By default 128 MB, which are cleared at each start: that took longer than the rest of it.
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'],
  ...(folder !== undefined && { fs: new PrivateFiles(folder) }),
})

/** Clients come one after another, with increasing numbers. */
let current = 0
let turn = Promise.resolve()
port.on('message', (message: FromClient | 'close') => {
  turn = turn.then(() => (message === 'close' ? close() : serve(message)))
})
port.postMessage('ready')

async function serve([client, bytes]: FromClient): Promise<void> {
  if (client < current) return
  if (client > current || !bytes) await resetSession()
  current = bytes ? client : client + 1
  if (!bytes) return
  const parts: Uint8Array<ArrayBuffer>[] = []
  // Each part is overwritten by the next. Unlike `execProtocolRaw`, this does not parse the answer.
  await lite.execProtocolRawStream(bytes, { onRawData: (part) => parts.push(part.slice()) })
  port?.postMessage(
    [client, parts] satisfies ToClient,
    parts.map(({ buffer }) => buffer),
  )
}

/** All clients share one session: without a reset, the next client would inherit an open transaction. */
async function resetSession(): Promise<void> {
  await lite.exec('ROLLBACK')
  await lite.exec('DISCARD ALL')
}

async function close(): Promise<void> {
  current = Number.POSITIVE_INFINITY
  await lite.close()
  port?.close()
}
