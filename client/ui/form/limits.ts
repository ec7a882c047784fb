import { createContext } from 'preact'
import { useContext, useEffect } from 'preact/hooks'

/** The app's message for a text that is this many characters too long. */
export const TooLongContext = createContext<(count: number) => string>(String)

/** Which fields of a form exceed their limits; the form cannot be sent while any does. */
export interface Excess {
  /** Why the form cannot be sent. */
  reason: string | undefined
  report: (field: string, reason: string | undefined) => void
}

export const ExcessContext = createContext<Excess>({ reason: undefined, report: () => {} })

/** The message for a text that exceeds its limit; also reported to the surrounding form. */
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
