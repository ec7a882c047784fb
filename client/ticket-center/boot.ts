import type { SSRData } from '@urql/core'
import type { Session } from '../graphql/session.ts'

/** What the server writes into the document beside the app. */
export interface Boot {
  session: Session
  /** Lets this frame be reloaded; good for nothing else. */
  seen: string
  websiteId: string
  locale: string
  /** The ticket to open first: its number or its id. */
  ticket: string | null
  /** The answer to `FirstScreen`. */
  data?: SSRData
}

/** Takes the data out of the document: its tokens are in memory only from here on. */
export function takeBoot(): Boot {
  const template = document.getElementById('boot') as HTMLTemplateElement
  template.remove()
  return JSON.parse(template.content.textContent ?? 'null') as Boot
}
