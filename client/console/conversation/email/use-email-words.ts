import type { ConsoleEmailFragment } from '../../../graphql/operations.ts'
import { useLocale } from '../../../ui/locale.ts'
import { useText } from '../../texts/use-text.ts'
import type { EmailDisplay } from './display.ts'
import { isolate } from './isolate.ts'

/** A mail server's response starts with a number; any other failure means that there was no response. */
const answer = /^\d{3}\b/

/** A sentence on the state of an email, or of several in the same state. */
export function useEmailWords() {
  const text = useText()
  const locale = useLocale()

  return (display: EmailDisplay, emails: ConsoleEmailFragment[]): string => {
    const to = new Intl.ListFormat(locale).format(emails.map((email) => isolate(email.to)))
    const { attempts: count, failure } = emails.reduce((one, other) =>
      other.attempts > one.attempts ? other : one,
    )
    const waiting = answer.test(failure ?? '') ? 'delivery.refused' : 'delivery.unreached'
    const key = display === 'waiting' ? waiting : (`delivery.${display}` as const)
    return text(key, { to, failure: isolate(failure), count })
  }
}
