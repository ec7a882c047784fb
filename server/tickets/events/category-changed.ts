import { Category } from '../../categories/category.ts'
import { db } from '../../database/db.ts'
import { dataOf } from '../../events/event.ts'
import { eventType } from './ticket-event.ts'

/** A category with its name at that time. */
type Named = { id: string | null; name: string | null }

declare module '../../events/event.ts' {
  interface EventData {
    CATEGORY_CHANGED: { from: Named; to: Named }
  }
}

eventType('CATEGORY_CHANGED', {
  name: 'CategoryChanged',
  description: 'A ticket was moved to another category or to none.',
  fields: (t) => ({
    from: t.prismaField({
      type: Category,
      description: 'Category before the change; null for none or if it has been deleted.',
      nullable: true,
      resolve: (query, event) => category(query, dataOf(event, 'CATEGORY_CHANGED').from),
    }),
    to: t.prismaField({
      type: Category,
      description: 'Category after the change; null for none or if it has been deleted.',
      nullable: true,
      resolve: (query, event) => category(query, dataOf(event, 'CATEGORY_CHANGED').to),
    }),
    fromName: t.string({
      description: 'Name of the category before the change; null for none.',
      nullable: true,
      resolve: (event) => dataOf(event, 'CATEGORY_CHANGED').from.name,
    }),
    toName: t.string({
      description: 'Name of the category after the change; null for none.',
      nullable: true,
      resolve: (event) => dataOf(event, 'CATEGORY_CHANGED').to.name,
    }),
  }),
})

/** Prisma loads those of a page with one statement. */
const category = (query: object, { id }: Named) =>
  id === null ? null : db.category.findUnique({ ...query, where: { id } })
