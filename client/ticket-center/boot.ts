import type { SSRData } from '@urql/core'
import type { Session } from '../graphql/session.ts'

/** What the server writes into the document beside the app. */
export interface Boot {
  session: Session
  websiteId: string
  locale: string
  /** The ticket to open first: its number or its id. */
  ticket: string | null
  /** The answer to `FirstScreen`. */
  data?: SSRData
}

export function readBoot(): Boot {
  return JSON.parse(document.getElementById('boot')?.textContent ?? 'null') as Boot
}
