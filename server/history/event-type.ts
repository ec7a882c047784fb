import { builder } from '../api/builder.ts'
import { eventNames } from '../tickets/events/ticket-event.ts'

/** Includes every type that is imported before this file. */
export const EventType = builder.enumType('EventType', {
  description: 'Type of an event.',
  values: Object.fromEntries(
    [...eventNames].map(([type, { description }]) => [type, { value: type, description }]),
  ),
})
