import { FieldType as Types } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { type Context, member } from '../api/context.ts'
import { Category } from '../categories/category.ts'
import { inOrder } from '../settings/ordered-list.ts'
import { translationFor } from '../settings/translations.ts'
import { CategoryFieldTranslation, type StoredTranslation } from './translations.ts'

export const FieldType = builder.enumType('FieldType', {
  description: 'Type of a field’s values. Every value is a string.',
  values: {
    TEXT: { value: Types.TEXT, description: 'One line of at most 500 characters.' },
    CHOICE: { value: Types.CHOICE, description: 'One of `choices`.' },
    NUMBER: {
      value: Types.NUMBER,
      description:
        'A decimal number such as `-1.5`: at most 15 digits, at most six of them after the decimal point.',
    },
    CHECKBOX: { value: Types.CHECKBOX, description: '`true` or `false`.' },
  },
})

const inLanguage =
  '. A customer gets the translation for their language, else for the website’s, else the original.'

const translated = {
  translations: true,
  category: { select: { website: { select: { locale: true } } } },
} as const

interface Translated {
  translations: unknown
  category: { website: { locale: string } }
}

const translation = ({ translations, category: { website } }: Translated, context: Context) =>
  translationFor<StoredTranslation>({ translations, website }, context)

export const CategoryField = builder.prismaNode('CategoryField', {
  description: 'A field that the form for a new ticket of a category asks for, besides subject and message.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, category: { websiteId: member(context).websiteId } }),
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Identifies it in inputs, filters and addresses. Unique within the category.',
    }),
    label: t.string({
      description: `Label shown to customers${inLanguage}`,
      select: { label: true, ...translated },
      resolve: (field, _args, context) => translation(field, context)?.label ?? field.label,
    }),
    hint: t.string({
      description: `Shown below the field${inLanguage} Null for none.`,
      nullable: true,
      select: { hint: true, ...translated },
      resolve: (field, _args, context) => field.hint && (translation(field, context)?.hint || field.hint),
    }),
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
      description: 'Options of a CHOICE field, in order, at most 50; empty for other types.',
    }),
    choiceLabels: t.stringList({
      description: `Labels of the choices, in the order of \`choices\`${inLanguage}`,
      select: { choices: true, ...translated },
      resolve: ({ choices, ...field }, _args, context) => {
        const named = translation(field, context)?.choices ?? []
        return choices.map((choice) => named.find((one) => one.choice === choice)?.label ?? choice)
      },
    }),
    translations: t.field({
      type: [CategoryFieldTranslation],
      description: 'Translations; null for customers.',
      nullable: true,
      select: { translations: true },
      resolve: ({ translations }, _args, { viewer }) =>
        viewer?.kind === 'customer' ? null : (translations as unknown as StoredTranslation[]),
    }),
    shownIf: t.exposeString('shownIf', {
      description: 'Name of the field that decides whether this one is shown; null if it always is.',
      nullable: true,
    }),
    shownIfValues: t.exposeStringList('shownIfValues', {
      description:
        'Values of the `shownIf` field for which this one is shown; empty for any value, or for `true` if that is ' +
        'a checkbox. A hidden field has no value, and a checkbox without a value counts as `false`.',
    }),
    position: t.exposeInt('position', { description: 'Position in the form, starting at 1.' }),
  }),
})

builder.prismaObjectField(Category, 'fields', (t) =>
  t.relation('fields', {
    description: 'Fields of the form for a new ticket of this category, in order, at most 20.',
    complexity: { field: 1, multiplier: 5 },
    query: { orderBy: inOrder },
  }),
)
