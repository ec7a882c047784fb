import { maxBody } from './limits.ts'

/** Milliseconds after the last key until a draft is saved, and after the first one that is not saved yet. */
const saveDelay = 1_500
const maxSaveDelay = 10_000

export interface Draft {
  ticketId: string
  body: string
  /** `messageCount` of the ticket while it was typed. */
  messageCount: number
}

/** Saves a draft; false if the server was not reached. `closing`: the page may be gone before the answer. */
type Save = (draft: Draft, closing: boolean) => Promise<boolean>

export interface Drafts {
  /** Notes what somebody has typed, and saves it soon. */
  typed(draft: Draft): void
  /** A reply is on its way, and deletes the draft once it is posted. */
  sent(ticketId: string, body: string): void
  /** A reply of theirs was posted, here or elsewhere. Returns whether what is typed here is what was sent there. */
  posted(ticketId: string, reply: { position: number; body: string }): boolean
  /** Saves what is not saved yet: the page may be closed now. */
  flush(): void
  /** Saves nothing from now on: the session has ended. */
  stop(): void
}

interface Typed extends Draft {
  /** What the server has, as far as it is known. */
  saved?: string
  saving: boolean
  /** Bodies of replies on their way. */
  sent: Set<string>
  /** When the first key was pressed that is not saved yet. */
  since?: number | undefined
  timer?: ReturnType<typeof setTimeout>
}

const isSaved = ({ body, saved }: Typed) => body === saved || body.length > maxBody

export function createDrafts(save: Save): Drafts {
  const all = new Map<string, Typed>()
  let stopped = false

  function saveSoon(one: Typed, wait = saveDelay): void {
    clearTimeout(one.timer)
    if (stopped || isSaved(one)) return
    one.since ??= Date.now()
    one.timer = setTimeout(() => void saveNow(one), Math.min(wait, one.since + maxSaveDelay - Date.now()))
  }

  async function saveNow(one: Typed, closing = false): Promise<void> {
    clearTimeout(one.timer)
    // One at a time: a slow one must not replace a later one.
    if (stopped || isSaved(one) || (one.saving && !closing)) return
    const { ticketId, body, messageCount } = one
    one.saving = true
    one.since = undefined
    const reached = await save({ ticketId, body, messageCount }, closing)
    one.saving = false
    // A reply may have deleted it meanwhile.
    if (reached && one.messageCount === messageCount) one.saved = body
    saveSoon(one, reached ? saveDelay : maxSaveDelay)
  }

  return {
    typed(draft) {
      const known = all.get(draft.ticketId) ?? { ...draft, saving: false, sent: new Set<string>() }
      all.set(draft.ticketId, Object.assign(known, draft))
      saveSoon(known)
    },
    sent(ticketId, body) {
      const one = all.get(ticketId)
      if (!one) return
      one.sent.add(body)
      one.body = ''
      one.saved = ''
      clearTimeout(one.timer)
      one.since = undefined
    },
    posted(ticketId, { position, body }) {
      const one = all.get(ticketId)
      if (!one || position <= one.messageCount) return false
      one.messageCount = position
      one.saved = ''
      const isFromElsewhere = !one.sent.delete(body) && one.body.trimEnd() === body
      if (isFromElsewhere) one.body = ''
      saveSoon(one)
      return isFromElsewhere
    },
    flush() {
      for (const one of all.values()) void saveNow(one, true)
    },
    stop() {
      stopped = true
      for (const { timer } of all.values()) clearTimeout(timer)
    },
  }
}
