import type { Session } from '../graphql/session.ts'

/** What the server writes into the document beside the app. */
export interface Boot {
  session: Session
  /** The plain UUID, as it stands in the console's address. */
  websiteId: string
  locale: string
  /** The ticket to open first: its number or its id. */
  ticket: string | null
}

export function readBoot(): Boot {
  return JSON.parse(document.getElementById('boot')?.textContent ?? 'null') as Boot
}
