/**
 * The data of each type of event beside its ticket, time and actor: ids and enums. People's texts, names and addresses
 * are stored elsewhere, so that erasing a person leaves events true. Each type adds itself in the file that shows it.
 */
// biome-ignore lint/suspicious/noEmptyInterface: types are added to it
export interface EventData {}

export type EventType = keyof EventData

/** An event to be recorded. */
export type NewEvent = { [Type in EventType]: { type: Type } & EventData[Type] }[EventType]

/** The data of an event of this type. */
export const dataOf = <Type extends EventType>(event: { data: unknown }, _type: Type) =>
  event.data as EventData[Type]
