import type { Client } from '@urql/core'
import { CreateUploadDocument } from '../graphql/operations.ts'
import { putFile } from './put-file.ts'

export const maxFiles = 10
/** Bytes. */
export const maxSize = 25_000_000

export type Problem = 'empty' | 'large' | 'many' | 'type' | 'pixels' | 'quota' | 'failed'
/** Whether the same file may be accepted later. */
export const canRetry = (problem: Problem) => problem === 'failed' || problem === 'quota'

/** One file that somebody has chosen. */
export interface Upload {
  key: number
  file: File
  /** Between 0 and 1. */
  progress: number
  /** Global id of the attachment, once the file has arrived. */
  id?: string
  problem?: Problem | undefined
}

const statuses: Record<number, Problem> = { 413: 'large', 415: 'type', 422: 'pixels' }

/** Files beside a form: each is uploaded at once, two at a time. `onChange` is called after every change. */
export function createUploads(client: Client, onChange: () => void) {
  let uploads: Upload[] = []
  let last = 0
  const aborts = new Map<number, AbortController>()

  function change(key: number, part: Partial<Upload>): void {
    uploads = uploads.map((upload) => (upload.key === key ? { ...upload, ...part } : upload))
    onChange()
  }

  function next(): void {
    const waiting = uploads.find(({ key, id, problem }) => !id && !problem && !aborts.has(key))
    if (waiting && aborts.size < 2) void send(waiting).then(next)
  }

  async function send({ key, file }: Upload): Promise<void> {
    const abort = new AbortController()
    aborts.set(key, abort)
    const { name, size, type } = file
    const { data } = await client.mutation(CreateUploadDocument, { input: { name, size, type } })
    const result = data?.createUpload
    if (result?.__typename === 'CreateUploadPayload' && !abort.signal.aborted) {
      const onProgress = (progress: number) => change(key, { progress })
      const { id, url } = result.upload
      const status = await putFile(url, file, { signal: abort.signal, onProgress })
      change(key, status === 204 ? { id, progress: 1 } : { problem: statuses[status] ?? 'failed' })
    } else {
      change(key, { problem: result?.__typename === 'LimitReached' ? 'quota' : 'failed' })
    }
    aborts.delete(key)
  }

  return {
    list: () => uploads,
    add(files: Iterable<File>): void {
      for (const file of files) {
        const problem = problemOf(file, uploads.filter(({ problem }) => !problem).length)
        uploads = [...uploads, { key: ++last, file, progress: 0, ...(problem && { problem }) }]
        next()
      }
      onChange()
    },
    remove(key: number): void {
      aborts.get(key)?.abort()
      uploads = uploads.filter((upload) => upload.key !== key)
      onChange()
    },
    retry(key: number): void {
      change(key, { problem: undefined, progress: 0 })
      next()
    },
    clear(): void {
      uploads = []
      onChange()
    },
  }
}

function problemOf({ size }: File, others: number): Problem | undefined {
  if (size === 0) return 'empty'
  if (size > maxSize) return 'large'
  return others >= maxFiles ? 'many' : undefined
}
