import type { View } from '../../core/filter.ts'

/** What the visitor filters by. */
export interface Choice {
  view: View
  /** Null for any. */
  categoryId: string | null
}

export const anyTicket: Choice = { view: 'ALL', categoryId: null }
