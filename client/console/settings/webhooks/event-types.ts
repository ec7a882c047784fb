import type { EventType } from '../../../graphql/operations.ts'

/** All types, in the order of the form. */
const all: Record<EventType, true> = {
  TICKET_OPENED: true,
  MESSAGE_POSTED: true,
  STATUS_CHANGED: true,
  ASSIGNEE_CHANGED: true,
  CATEGORY_CHANGED: true,
  PARTICIPANT_ADDED: true,
  PARTICIPANT_REMOVED: true,
  FIELDS_CHANGED: true,
  TICKET_RATED: true,
  NOTE_ADDED: true,
  REPLY_PROPOSED: true,
  REPLY_DISCARDED: true,
}

export const eventTypes = Object.keys(all) as EventType[]

/** The type in a webhook: `message.posted`. */
export const typeName = (type: EventType) => type.toLowerCase().replace('_', '.')
