import type { ConsoleEmailFragment } from '../../../graphql/operations.ts'
import { useLocale } from '../../../ui/locale.ts'
import { useText } from '../../use-text.ts'
import type { Fate } from './fate.ts'
import { isolate } from './isolate.ts'

/** What a mail server says begins with a number; what else went wrong kept it from saying anything. */
const answer = /^\d{3}\b/

/** A sentence on what became of an email, or of several that fare alike. */
export function useEmailWords() {
  const text = useText()
  const locale = useLocale()

  return (fate: Fate, emails: ConsoleEmailFragment[]): string => {
    const to = new Intl.ListFormat(locale).format(emails.map((email) => isolate(email.to)))
    const { attempts: count, failure } = emails.reduce((one, other) =>
      other.attempts > one.attempts ? other : one,
    )
    const waiting = answer.test(failure ?? '') ? 'delivery.refused' : 'delivery.unreached'
    const key = fate === 'waiting' ? waiting : (`delivery.${fate}` as const)
    return text(key, { to, failure: isolate(failure), count })
  }
}
