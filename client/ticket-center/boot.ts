import type { FirstScreenQuery } from '../graphql/operations.ts'
import type { FrameText } from '../i18n/catalogue.ts'
import type { RenewableSession } from './renew-session.ts'

/** What the server writes into the document beside the app. */
export interface Boot {
  session: RenewableSession
  /** Lets this frame be reloaded; good for nothing else. */
  seen: string
  websiteId: string
  locale: string
  /** The ticket to open first: its number or its id. */
  ticket: string | null
  /** The result of `FirstScreen`; null when it failed: the app then asks again, and shows what is wrong. */
  data: FirstScreenQuery | null
}

/** Takes data out of the document: the session's tokens are in memory only from here on. */
function take(id: string) {
  const template = document.getElementById(id) as HTMLTemplateElement
  template.remove()
  return JSON.parse(template.content.textContent ?? 'null')
}

export function takeBoot(): Boot {
  return take('boot') as Boot
}

/** The texts of the language that the document is in. */
export function takeTexts(): Record<FrameText, string> {
  return take('texts') as Record<FrameText, string>
}
