/**
 * What an event of each type carries beside its ticket, time and actor. Ids and enums: what people wrote, their names and
 * addresses are read where they stand, so that erasing a person leaves events true. Each type adds itself, in the file
 * that shows it.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is added to
export interface EventData {}

export type EventType = keyof EventData

/** An event as it is recorded. */
export type NewEvent = { [Type in EventType]: { type: Type } & EventData[Type] }[EventType]

/** What an event of this type carries. */
export const dataOf = <Type extends EventType>(event: { data: unknown }, _type: Type) =>
  event.data as EventData[Type]
