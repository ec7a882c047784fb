import { builder } from '../api/builder.ts'
import { dataOf } from '../events/event.ts'
import { eventType } from '../tickets/events/ticket-event.ts'

/** A field that was changed. */
export interface NamedField {
  name: string
  /** At the time of the event. */
  label: string
}

declare module '../events/event.ts' {
  interface EventData {
    FIELDS_CHANGED: { fields: NamedField[] }
  }
}

export const ChangedField = builder.objectRef<NamedField>('ChangedField').implement({
  description: 'A field whose value was changed.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the field.' }),
    label: t.exposeString('label', { description: 'Label of the field at that time.' }),
  }),
})

eventType('FIELDS_CHANGED', {
  name: 'FieldsChanged',
  description: 'The team changed values of a ticket’s fields. The values are in `Ticket.fields`.',
  fields: (t) => ({
    fields: t.field({
      type: [ChangedField],
      description: 'The fields whose values were changed or removed.',
      resolve: (event) => dataOf(event, 'FIELDS_CHANGED').fields,
    }),
  }),
})
