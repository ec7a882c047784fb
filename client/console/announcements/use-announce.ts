import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

export const AnnounceContext = createContext<(words: string) => void>(() => {})

/** Announces text to screen readers. */
export function useAnnounce(): (words: string) => void {
  return useContext(AnnounceContext)
}
