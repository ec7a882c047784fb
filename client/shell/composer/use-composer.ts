import { useId, useRef } from 'preact/hooks'
import { maxBody } from '../../core/limits.ts'
import { useTooLong } from '../../ui/form/limits.ts'
import { type DraftedTicket, type Posted, useDraft } from './use-draft.ts'
import { useTray } from './use-tray.tsx'

/** A reply that is being written: its text and its files. `last` is the viewer's newest message. */
export function useComposer(ticket: DraftedTicket, last: Posted | undefined) {
  const areaRef = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const { body, write, sent } = useDraft(ticket, last)
  const tooLong = useTooLong(id, body.trimEnd(), maxBody)
  const tray = useTray(ticket.id)

  /** Sends the reply unless something is missing. Without a text, it consists of the names of its files. */
  function submit(send: (words: string, attachmentIds?: string[]) => void): void {
    areaRef.current?.focus()
    const files = tray.ready()
    const words = body.trim() ? body.trimEnd() : files?.names
    if (!files || !words || tooLong) return
    send(words, files.attachmentIds)
    sent(words)
    tray.clear()
  }

  const area = {
    areaRef,
    value: body,
    'aria-invalid': tooLong ? true : undefined,
    'aria-describedby': tooLong ? id : undefined,
  }
  return { body, write, submit, area, tooLong: tooLong ? { id, text: tooLong } : undefined, tray }
}
