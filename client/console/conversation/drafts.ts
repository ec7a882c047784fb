import { websiteId } from '../address/address.ts'

// Kept for this tab and its reloads only: somebody else may use this computer next.
const prefix = `ticket-center draft ${websiteId} `

/** For browsers without storage, or with full storage. */
const drafts = new Map<string, string>()

interface Draft {
  operatorId: string
  ticketId: string
}

const keyOf = ({ operatorId, ticketId }: Draft) => `${prefix}${operatorId} ${ticketId}`

/** What an operator has typed but not sent. */
export function readDraft(draft: Draft): string {
  const key = keyOf(draft)
  try {
    return drafts.get(key) ?? sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

export function writeDraft(draft: Draft, body: string): void {
  const key = keyOf(draft)
  drafts.set(key, body)
  try {
    if (body) sessionStorage.setItem(key, body)
    else sessionStorage.removeItem(key)
  } catch {
    // Without storage, it lasts as long as the page.
  }
}

export function forgetDrafts(): void {
  drafts.clear()
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(prefix))
    for (const key of keys) sessionStorage.removeItem(key)
  } catch {
    // Nothing was stored.
  }
}
