import { FieldType as Types } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { Category } from '../categories/category.ts'
import { inOrder } from '../settings/ordered-list.ts'

export const FieldType = builder.enumType('FieldType', {
  description: 'What values a field has. Every value is a string.',
  values: {
    TEXT: { value: Types.TEXT, description: 'One line of at most 500 characters.' },
    CHOICE: { value: Types.CHOICE, description: 'One of `choices`.' },
    NUMBER: {
      value: Types.NUMBER,
      description: 'A decimal number such as `-1.5`: at most 15 digits, six of them after the point.',
    },
    CHECKBOX: { value: Types.CHECKBOX, description: '`true` or `false`.' },
  },
})

export const CategoryField = builder.prismaNode('CategoryField', {
  description: 'What the form for a new ticket of a category asks for beside subject and message.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, category: { websiteId: member(context).websiteId } }),
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Identifies it in inputs, filters and addresses. Unique within the category.',
    }),
    label: t.exposeString('label', { description: 'Label shown to customers.' }),
    hint: t.exposeString('hint', { description: 'Shown below the field; null for none.', nullable: true }),
    type: t.expose('type', { type: FieldType, description: 'Type of its values.' }),
    required: t.exposeBoolean('required', {
      description:
        'Whether a new ticket needs a value while the field is shown. A required checkbox must be `true`.',
    }),
    pattern: t.exposeString('pattern', {
      description: 'Regular expression in RE2 syntax that the whole text must match; null for none.',
      nullable: true,
    }),
    choices: t.exposeStringList('choices', {
      description: 'What to choose from, in order, at most 50; empty for other types.',
    }),
    shownIf: t.exposeString('shownIf', {
      description: 'Name of the field that decides whether this one is shown; null if it always is.',
      nullable: true,
    }),
    shownIfValues: t.exposeStringList('shownIfValues', {
      description:
        'Values of that field with which this one is shown; empty for any value, or for `true` of a checkbox. A field ' +
        'that is not shown has no value, and a checkbox without one is `false`.',
    }),
    position: t.exposeInt('position', { description: 'Position in the form, starting at 1.' }),
  }),
})

builder.prismaObjectField(Category, 'fields', (t) =>
  t.relation('fields', {
    description: 'What the form asks for with this category, in order, at most 20.',
    complexity: { field: 1, multiplier: 5 },
    query: { orderBy: inOrder },
  }),
)
