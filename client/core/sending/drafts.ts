import { maxBody } from '../limits.ts'

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
  /** `draft` is being sent as a reply; it is deleted once the reply is posted. */
  sent(draft: Draft): void
  /** The replies that are not posted yet, by ticket: until then, they are saved before what is being written. */
  outgoing(replies: Record<string, { body: string }[]>): void
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
  /** Bodies of replies that were sent here. */
  sent: Set<string>
  /** Those of them that are not posted yet. */
  outgoing: string[]
  /** When the first key was pressed that is not saved yet. */
  since?: number | undefined
  timer?: ReturnType<typeof setTimeout>
}

/** What would be lost with the page: what is being written, after as many of the replies before it as a draft can hold. */
function unposted({ outgoing, body }: Typed): string {
  let all = body
  for (const reply of outgoing.toReversed()) {
    const longer = all ? `${reply}\n\n${all}` : reply
    if (longer.length > maxBody) break
    all = longer
  }
  return all
}

const isSaved = (one: Typed) => unposted(one) === one.saved || one.body.length > maxBody

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
    const { ticketId, messageCount } = one
    const body = unposted(one)
    one.saving = true
    one.since = undefined
    const reached = await save({ ticketId, body, messageCount }, closing)
    one.saving = false
    // A reply may have deleted it meanwhile.
    if (reached && one.messageCount === messageCount) one.saved = body
    saveSoon(one, reached ? saveDelay : maxSaveDelay)
  }

  function open(draft: Draft): Typed {
    const one = all.get(draft.ticketId) ?? { ...draft, saving: false, sent: new Set<string>(), outgoing: [] }
    all.set(draft.ticketId, one)
    return one
  }

  return {
    typed(draft) {
      saveSoon(Object.assign(open(draft), draft))
    },
    sent(draft) {
      const one = open(draft)
      one.sent.add(draft.body)
      one.outgoing = [...one.outgoing, draft.body]
      one.body = ''
      clearTimeout(one.timer)
      one.since = undefined
    },
    outgoing(replies) {
      for (const one of all.values()) {
        const before = one.outgoing.length
        one.outgoing = (replies[one.ticketId] ?? []).map(({ body }) => body)
        if (one.outgoing.length < before) saveSoon(one)
      }
    },
    posted(ticketId, { position, body }) {
      const one = all.get(ticketId)
      if (!one || position <= one.messageCount) return false
      one.messageCount = position
      one.saved = ''
      const index = one.outgoing.indexOf(body)
      if (index >= 0) one.outgoing = one.outgoing.toSpliced(index, 1)
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
