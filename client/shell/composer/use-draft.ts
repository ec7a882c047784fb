import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Drafts } from '../../core/sending/drafts.ts'

/** Loads the code that saves drafts, on first use. */
export const DraftsContext = createContext<() => Promise<Drafts>>(() =>
  Promise.reject(new Error('Not loaded')),
)

/** What is typed but not sent in this page, by ticket. */
const typed = new Map<string, string>()
export const typedReplies: ReadonlyMap<string, string> = typed

export interface DraftedTicket {
  id: string
  messageCount: number
  /** As it was saved when the ticket was loaded. */
  draft: string | null
}

export interface Posted {
  position: number
  body: string
}

/** The text of a reply, saved on the server while it is typed. `last` is the viewer's newest message. */
export function useDraft({ id, messageCount, draft }: DraftedTicket, last: Posted | undefined) {
  const load = useContext(DraftsContext)
  const [body, setBody] = useState(typed.get(id) ?? draft ?? '')
  const [opened] = useState(last?.position)

  function change(text: string): void {
    setBody(text)
    typed.set(id, text)
  }

  /** Saving is tried again with the next key if its code cannot be loaded. */
  function withDrafts(use: (drafts: Drafts) => void): void {
    load().then(use, () => {})
  }

  useEffect(() => {
    if (!last || last.position === opened) return
    // Untouched, it is what was sent elsewhere, or the beginning of it.
    if (!typed.has(id)) setBody('')
    else withDrafts((drafts) => drafts.posted(id, last) && change(''))
  }, [last?.position])

  return {
    body,
    write(text: string): void {
      change(text)
      withDrafts((drafts) => drafts.typed({ ticketId: id, body: text, messageCount }))
    },
    sent(text: string): void {
      change('')
      withDrafts((drafts) => drafts.sent({ ticketId: id, body: text, messageCount }))
    },
  }
}
