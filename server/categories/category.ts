import { builder } from '../api/builder.ts'
import { type Context, member } from '../api/context.ts'
import { inOrder } from '../settings/ordered-list.ts'
import { translatedColumns, translationFor } from '../settings/translations.ts'
import { planList, plannedWebsite, readWebsite } from '../websites/planned-website.ts'
import { CategoryTranslation, type StoredTranslation } from './translations.ts'
import { foldedName } from './unique-name.ts'

export const Category = builder.prismaNode('Category', {
  description: 'What a ticket is about, chosen from the company’s list.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, websiteId: member(context).websiteId }),
  fields: (t) => ({
    name: t.string({
      description:
        'Name shown to customers. A customer gets the translation for their language, else for the website’s, else ' +
        'the original; everyone else gets the original.',
      select: { name: true, ...translatedColumns },
      resolve: (category, _args, context) =>
        translationFor<StoredTranslation>(category, context)?.name ?? category.name,
    }),
    translations: t.field({
      type: [CategoryTranslation],
      description: 'Names in other languages; null for customers.',
      nullable: true,
      select: { translations: true },
      resolve: ({ translations }, _args, { viewer }) =>
        viewer?.kind === 'customer' ? null : (translations as unknown as StoredTranslation[]),
    }),
    position: t.exposeInt('position', { description: 'Position in the list, starting at 1.' }),
  }),
})

builder.prismaObjectField('Website', 'categories', (t) =>
  t.relation('categories', {
    description:
      'Categories to choose from, in order, at most 50. If there are none, the form does not ask for one.',
    complexity: { field: 1, multiplier: 10 },
    query: { orderBy: inOrder },
  }),
)

planList(
  'categories',
  `SELECT c."id", c."name", c."translations", c."position" FROM "Category" c WHERE c."websiteId" = w."id"
    ORDER BY c."position", c."id"`,
  [
    ...['Category.id', 'Category.name', 'Category.position', 'Category.translations'],
    ...['CategoryTranslation.locale', 'CategoryTranslation.name'],
  ],
)

interface Categories {
  categories: (Parameters<typeof translationFor>[0] & { name: string })[]
}

/**
 * The name of a category as in `Category.name`; the case of `name` does not matter. A ticket keeps the name that its
 * category had: if no category has it now, it is not translated.
 */
export function shownCategoryName(name: string, context: Context): string | Promise<string> {
  const { viewer } = context
  if (viewer?.kind !== 'customer') return name
  const translate = (website: unknown) => {
    const found = (website as Categories | null)?.categories.find(
      (one) => foldedName(one.name) === foldedName(name),
    )
    return (found && translationFor<StoredTranslation>(found, context)?.name) ?? name
  }
  const known = readWebsite(viewer.websiteId)
  return known ? translate(known) : plannedWebsite(viewer.websiteId).then(translate)
}
