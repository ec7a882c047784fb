import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The BCP 47 tag that dates and numbers are written in. */
export const LocaleContext = createContext('en')

export function useLocale(): string {
  return useContext(LocaleContext)
}
