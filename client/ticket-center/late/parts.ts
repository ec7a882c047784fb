import { createContext } from 'preact'
import type { LeaveButton } from '../conversation/LeaveButton.tsx'
import type { FormAndFaqs } from '../new-ticket/FormAndFaqs.tsx'
import type { Rating } from '../rating/Rating.tsx'
import type { Filters } from '../tickets/Filters.tsx'
import type { FoundTickets } from '../tickets/FoundTickets.tsx'
import type { TypingLine } from '../typing/TypingLine.tsx'
import type { Unsent } from '../unsent/Unsent.tsx'

/** How the parts of the app that are in late scripts are loaded. */
export interface Parts {
  filters: () => Promise<{ Filters: typeof Filters }>
  form: () => Promise<{ FormAndFaqs: typeof FormAndFaqs }>
  found: () => Promise<{ FoundTickets: typeof FoundTickets }>
  leave: () => Promise<{ LeaveButton: typeof LeaveButton }>
  rating: () => Promise<{ Rating: typeof Rating }>
  typing: () => Promise<{ TypingLine: typeof TypingLine }>
  unsent: () => Promise<{ Unsent: typeof Unsent }>
}

export const PartsContext = createContext({} as Parts)
