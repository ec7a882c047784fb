import { builder, type OutputFields } from '../../api/builder.ts'
import { noRows } from '../../api/conditions.ts'
import { member } from '../../api/context.ts'
import { encodeGlobalID } from '../../api/global-id.ts'
import { cursorOf } from '../../api/log-cursor.ts'
import type { EventType } from '../../events/event.ts'
import { internalTypes } from '../../events/internal.ts'
import { placeOf } from '../../events/place.ts'
import type { Member } from '../../identity/viewer.ts'
import { Author, authorIn, authorSelection } from '../author.ts'
import { visibleTo } from '../visibility.ts'

/** Names and descriptions of the event types in the schema. */
export const eventNames = new Map<string, Omit<Options, 'fields'>>()

/** Those of the types that this release knows, and whose events the viewer may see. */
export function shownTypes({ kind }: Member, types: string[] = [...eventNames.keys()]): string[] {
  return types.filter((type) => eventNames.has(type) && (kind !== 'customer' || !internalTypes.has(type)))
}

export const TicketEvent = builder.prismaInterface('TicketEvent', {
  description: 'A change to a ticket. Never modified after it is recorded.',
  interfaces: [builder.nodeInterfaceRef() as never],
  select: { id: true, type: true, position: true },
  resolveType: ({ type }) => eventNames.get(type)?.name,
  fields: (t) => ({
    id: t.id({
      description: 'Global id.',
      resolve: ({ id, type }) => encodeGlobalID(eventNames.get(type)?.name ?? '', id),
    }),
    cursor: t.string({
      description: 'Position in the log: pass it as `after` to `events`, `eventAdded` or `ticketChanged`.',
      resolve: (event) => cursorOf(placeOf(event)),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the change was made.' }),
    actor: t.field({
      type: Author,
      description: 'Who made the change; null if unknown.',
      nullable: true,
      select: authorSelection,
      resolve: (event) => authorIn(event) as never,
    }),
    // Every query that returns an event checks that the viewer may see its ticket.
    ticket: t.relation('ticket', { description: 'The ticket in its current state.', nullable: true }),
  }),
})

interface Options {
  /** Its name in the schema. */
  name: string
  description: string
  /** Only for the team: sent to those webhook endpoints only that ask for it by name. */
  internal?: boolean
  fields: (t: OutputFields<{ data: unknown }>) => object
}

/** Adds an event type to the schema. Its data is declared beside the call, in EventData. */
export function eventType(type: EventType, { name, description, internal, fields }: Options): void {
  eventNames.set(type, { name, description, internal })
  if (internal) internalTypes.add(type)
  builder.prismaNode('TicketEvent', {
    variant: name,
    description,
    interfaces: [TicketEvent as never],
    id: { field: 'id', description: 'Global id.' },
    nullable: true,
    select: { id: true, type: true, position: true, data: true },
    findUnique: (id, context) => ({
      id,
      AND: [{ type, position: { not: null } }],
      ticket: shownTypes(member(context), [type]).length > 0 ? visibleTo(member(context)) : noRows,
    }),
    fields: fields as never,
  })
}
