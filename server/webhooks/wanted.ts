import { eventNames } from '../tickets/events/ticket-event.ts'

/** Whether an endpoint asked for events of a type: no list means all but internal ones. */
export function wants({ events }: { events: string[] }, type: string): boolean {
  const event = eventNames.get(type)
  if (!event) return false
  return events.length > 0 ? events.includes(type) : !event.internal
}
