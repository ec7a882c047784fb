import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The BCP 47 tag for formatting dates and numbers. */
export const LocaleContext = createContext('en')

export function useLocale(): string {
  return useContext(LocaleContext)
}
