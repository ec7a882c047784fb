import { createContext } from 'preact'
import { useContext, useEffect } from 'preact/hooks'

/** How an app says that a text is so many characters too long. */
export const TooLongContext = createContext<(count: number) => string>(String)

/** What the fields of a form hold too much of; its submit button waits until that is nothing. */
export interface Excess {
  /** Why the form cannot be sent. */
  reason: string | undefined
  report: (field: string, reason: string | undefined) => void
}

export const ExcessContext = createContext<Excess>({ reason: undefined, report: () => {} })

/** By how much a text is longer than its limit, in words; the form around is told, too. */
export function useTooLong(field: string, text: string, limit: number | undefined): string | undefined {
  const tooLong = useContext(TooLongContext)
  const { report } = useContext(ExcessContext)
  const excess = limit === undefined ? 0 : text.length - limit
  const reason = excess > 0 ? tooLong(excess) : undefined
  useEffect(() => {
    report(field, reason)
    return () => report(field, undefined)
  }, [field, reason, report])
  return reason
}
