import type { Client } from '@urql/core'
import { useEffect, useState } from 'preact/hooks'
import { type AttachmentFieldsFragment, FreshAttachmentsDocument } from '../graphql/operations.ts'

type File = AttachmentFieldsFragment

/** Milliseconds between reads while files are pending: doubled each time. */
const readDelay = { min: 1_000, max: 60_000 }

/**
 * The files of a message as they were last read: again and again while one of them is pending, and by `readAgain`, which
 * returns them with new addresses. `place`: where they are shown.
 */
export function useFreshFiles(client: Client, given: File[], place: Element) {
  const [files, setFiles] = useState(given)
  useEffect(() => setFiles(given), [given])

  async function readAgain(): Promise<File[]> {
    const ids = given.map(({ id }) => id)
    const { data } = await client.query(FreshAttachmentsDocument, { ids })
    const fresh = files.map((file, at) => {
      const found = data?.nodes[at]
      return found?.__typename === 'Attachment' ? found : file
    })
    setFiles(fresh)
    return fresh
  }

  const isPending = files.some(({ state }) => state === 'PENDING')
  useEffect(() => {
    if (!isPending) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let hasEnded = false
    async function poll(next: number): Promise<void> {
      // A conversation that was left takes this with it.
      if (!place.isConnected) return
      if (!document.hidden) await readAgain()
      if (!hasEnded) timer = setTimeout(poll, next, Math.min(2 * next, readDelay.max))
    }
    timer = setTimeout(poll, readDelay.min, 2 * readDelay.min)
    return () => {
      hasEnded = true
      clearTimeout(timer)
    }
  }, [isPending, given])

  return { files, readAgain }
}
