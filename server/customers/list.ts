import { queryFromInfo } from '@pothos/plugin-prisma'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { builder } from '../api/builder.ts'
import { byTime } from '../api/by-time.ts'
import { member } from '../api/context.ts'
import { coded } from '../api/errors.ts'
import { connectionOf, pageCost } from '../api/pagination.ts'
import { countCost } from '../api/prices.ts'
import { db } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { queryOf } from '../text/words.ts'
import { Customer } from './customer.ts'

/** More would not be read by the index. */
const maxFound = 1_000

const CustomerFilter = builder.inputType('CustomerFilter', {
  description: 'Which customers to list. A customer must meet every condition; null conditions are ignored.',
  fields: (t) => ({
    search: t.string({
      description:
        'Words of the name or the email address, the last of which may go on. At most 200 characters. If more than ' +
        `${maxFound.toLocaleString('en')} customers match, it is BAD_USER_INPUT: give more words.`,
    }),
    updatedAfter: t.field({
      type: 'DateTime',
      description: 'Customers who first came, or whose name, language or page changed, after this time.',
    }),
  }),
})

const oldestChange = byTime('updatedAt', 'asc')

builder.queryField('customers', (t) =>
  t.connection(
    {
      type: Customer,
      description: 'Customers of the website by their last change, oldest first. For operators and keys.',
      nullable: true,
      authScopes: { readAsTeam: true },
      complexity: (args) => {
        const { field, multiplier } = pageCost(args)
        return { field: field + (args.filter?.search ? countCost : 0), multiplier }
      },
      args: { filter: t.arg({ type: CustomerFilter, description: 'Which customers; null for all.' }) },
      resolve: async (_root, args, context, info) => {
        const { websiteId } = member(context)
        const { search, updatedAfter } = args.filter ?? {}
        const query = queryFromInfo({ context, info, typeName: 'Customer', path: ['edges', 'node'] })
        const found = search?.trim() ? { id: { in: await idsWith(websiteId, search) } } : {}
        const since = updatedAfter ? { updatedAt: { gt: updatedAfter } } : {}
        return connectionOf<{ id: string; updatedAt: Date }>(args, oldestChange.cursorOf, (page) => {
          const sides = (['after', 'before'] as const).flatMap((side) => {
            const cursor = page[side]
            return cursor ? [oldestChange.beyond(cursor, side)] : []
          })
          const select = { ...('select' in query ? query.select : {}), id: true, updatedAt: true }
          return db.customer.findMany({
            ...query,
            ...('select' in query && { select }),
            where: { websiteId, AND: [found, since, ...sides] },
            orderBy: oldestChange.orderBy(page.inverted),
            take: page.limit,
          })
        }) as never
      },
    },
    { name: 'CustomerConnection', description: 'Customers, by their last change.' },
    { name: 'CustomerEdge', description: 'A customer and its cursor.' },
  ),
)

async function idsWith(websiteId: string, search: string): Promise<string[]> {
  if (search.includes('\0')) throw coded('BAD_USER_INPUT', '`search` cannot contain null characters')
  if (search.length > 200) throw coded('BAD_USER_INPUT', '`search` can have at most 200 characters')
  const words = queryOf(websiteId, search.trim())
  if (words === null) return []
  const found = await rows<{ id: string }>(Prisma.sql`
    SELECT "id" FROM "Customer"
    WHERE array_to_tsvector("words") @@ ${words}::tsquery AND "websiteId" = ${websiteId}::uuid LIMIT ${maxFound + 1}`)
  if (found.length > maxFound) throw coded('BAD_USER_INPUT', 'Too many customers match: give more words')
  return found.map(({ id }) => id)
}
