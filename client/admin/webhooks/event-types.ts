import type { EventType } from '../../graphql/admin-operations.ts'
import { enumValue } from '../words.ts'

export const eventsOption = {
  value: 'TYPES',
  about: 'Types of events, separated by commas, such as MESSAGE_POSTED; `all` for all but internal ones.',
}

/** The server knows which types there are. */
export function eventTypesIn(text: string | undefined): EventType[] | undefined {
  if (text === 'all') return []
  return text?.split(',').map((type) => enumValue(type.trim()) as EventType)
}
