/** Somebody who is erased from a website. */
export interface Person {
  websiteId: string
  /** Trimmed and lower-cased. */
  email: string
  /** Their row; null if they are known by their address only. */
  customerId: string | null
  /** Tickets that may contain their words or their address, locked: their own, and those of others. */
  ticketIds: string[]
}
