import { createContext } from 'preact'
import type { FormAndFaqs } from '../new-ticket/FormAndFaqs.tsx'
import type { Rating } from '../rating/Rating.tsx'
import type { SearchResults } from '../tickets/SearchResults.tsx'
import type { TypingLine } from '../typing/TypingLine.tsx'

/** How the parts of the app that are in late scripts are loaded. */
export interface Parts {
  form: () => Promise<{ FormAndFaqs: typeof FormAndFaqs }>
  rating: () => Promise<{ Rating: typeof Rating }>
  search: () => Promise<{ SearchResults: typeof SearchResults }>
  typing: () => Promise<{ TypingLine: typeof TypingLine }>
}

export const PartsContext = createContext({} as Parts)
