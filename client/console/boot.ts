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

let boot: Boot | undefined

/** Taken out of the document with the first call: its tokens are in memory only from then on. */
export function readBoot(): Boot {
  boot ??= takeBoot()
  return boot
}

function takeBoot(): Boot {
  const template = document.getElementById('boot') as HTMLTemplateElement
  template.remove()
  return JSON.parse(template.content.textContent ?? 'null') as Boot
}
