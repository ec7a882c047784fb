import type { ConsoleMailFragment } from '../../../graphql/operations.ts'
import { useLocale } from '../../../ui/locale.ts'
import { useText } from '../../use-text.ts'
import type { Fate } from './fate.ts'
import { isolate } from './isolate.ts'

/** What a mail server says begins with a number; what else went wrong kept it from saying anything. */
const answer = /^\d{3}\b/

/** A sentence on what became of a mail, or of several that fare alike. */
export function useMailWords() {
  const text = useText()
  const locale = useLocale()

  return (fate: Fate, mails: ConsoleMailFragment[]): string => {
    const to = new Intl.ListFormat(locale).format(mails.map((mail) => isolate(mail.to)))
    const { attempts: count, failure } = mails.reduce((one, other) =>
      other.attempts > one.attempts ? other : one,
    )
    const waiting = answer.test(failure ?? '') ? 'delivery.refused' : 'delivery.unreached'
    const key = fate === 'waiting' ? waiting : (`delivery.${fate}` as const)
    return text(key, { to, failure: isolate(failure), count })
  }
}
