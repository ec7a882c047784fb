import { useId, useRef } from 'preact/hooks'
import { maxBody } from '../../core/limits.ts'
import { useTooLong } from '../../ui/form/limits.ts'
import { type DraftedTicket, type Posted, useDraft } from './use-draft.ts'
import { useTray } from './use-tray.tsx'

type Send = (words: string, attachmentIds: string[] | undefined, solve: boolean) => void

/** A reply that is being written: its text and its files. `last` is the viewer's newest message. */
export function useComposer(ticket: DraftedTicket, last: Posted | undefined, send: Send) {
  const areaRef = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const { body, write, sent } = useDraft(ticket, last)
  const tooLong = useTooLong(id, body.trimEnd(), maxBody)
  const tray = useTray(ticket.id, body, (files, solve) => {
    // Without a text, it consists of the names of its files.
    const words = body.trimEnd() || files.names
    if (!words) return
    send(words, files.attachmentIds, solve)
    sent(words)
    tray.clear()
  })

  function submit(solve?: boolean): void {
    areaRef.current?.focus()
    if (!tooLong) tray.submit(solve)
  }

  const area = {
    areaRef,
    value: body,
    'aria-invalid': tooLong ? true : undefined,
    'aria-describedby': tooLong ? id : undefined,
  }
  return { body, write, submit, area, tooLong: tooLong ? { id, text: tooLong } : undefined, tray }
}
