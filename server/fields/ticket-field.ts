import { builder } from '../api/builder.ts'
import { Ticket } from '../tickets/ticket.ts'
import { FieldType } from './category-field.ts'

builder.prismaObject('TicketField', {
  description: 'A ticket’s value for a field of its category. Everybody who sees the ticket sees it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the field.' }),
    label: t.exposeString('label', { description: 'Label of the field when the value was set.' }),
    type: t.expose('type', { type: FieldType, description: 'Type of the field.' }),
    value: t.exposeString('value', {
      description: 'The value: a number without trailing zeros, a checkbox as `true` or `false`.',
    }),
  }),
})

builder.prismaObjectField(Ticket, 'fields', (t) =>
  t.relation('fields', {
    description:
      'Values of the category’s fields, in the order of the form. They stay when the ticket is moved to another ' +
      'category, and when the field or the category is deleted.',
    complexity: { field: 1, multiplier: 5 },
    query: { orderBy: [{ position: 'asc' }, { name: 'asc' }] },
  }),
)
