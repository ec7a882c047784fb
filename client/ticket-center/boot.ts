import type { FirstScreenQuery } from '../graphql/operations.ts'
import type { FrameText, LateText } from '../i18n/catalogue.ts'
import type { RenewableSession } from './renew-session.ts'
import type { NewTicketDraft } from './state/drafts.ts'

/** What the server writes into the document for the app. */
export interface Boot {
  session: RenewableSession
  /** Allows a reload of this frame, and nothing else. */
  seen: string
  locale: string
  /** Address of the texts of late scripts, which are beside it. */
  late: string
  /** The ticket to open first, by number or id, or `new`. */
  ticket?: string
  /** What the form for a new ticket starts with. */
  draft?: NewTicketDraft
  /** The result of `FirstScreen`; null if it failed: the app then asks again and shows what is wrong. */
  data: FirstScreenQuery | null
}

/** Takes data out of the document: from here on, the session's tokens are only in memory. */
function take(id: string) {
  const template = document.getElementById(id) as HTMLTemplateElement
  template.remove()
  return JSON.parse(template.content.textContent ?? 'null')
}

export function takeBoot(): Boot {
  return take('boot') as Boot
}

/** The texts in the document's language; those of late scripts are added later. */
export function takeTexts(): Record<FrameText | LateText, string> {
  return take('texts') as Record<FrameText | LateText, string>
}
