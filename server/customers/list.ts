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

/** For more matches, PostgreSQL would no longer use the index. */
const maxFound = 1_000

const CustomerFilter = builder.inputType('CustomerFilter', {
  description: 'Which customers to list. A customer must meet every condition; null conditions are ignored.',
  fields: (t) => ({
    search: t.string({
      description:
        'Words from the name or the email address; the last one may be a prefix. At most 200 characters. Fails with ' +
        `BAD_USER_INPUT if more than ${maxFound.toLocaleString('en')} customers match: use more words.`,
    }),
    updatedAfter: t.field({
      type: 'DateTime',
      description:
        'Customers who were created, or whose name, language or embedding page changed, after this time.',
    }),
  }),
})

interface Changed {
  id: string
  updatedAt: Date
}

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
        const found = search?.trim() ? await idsWith(websiteId, search) : null
        const places = new Map<string, Changed>()
        const toCursor = ({ id }: { id: string }) => oldestChange.cursorOf(places.get(id) as Changed)
        return connectionOf<{ id: string }>(args, toCursor, async (page) => {
          const among = found ? Prisma.sql`"id" = ANY(${found}::uuid[])` : Prisma.sql`true`
          const direction = Prisma.raw(page.inverted ? 'DESC' : 'ASC')
          const shown = await rows<Changed>(Prisma.sql`
            SELECT "id", "updatedAt" FROM "Customer"
            WHERE "websiteId" = ${websiteId}::uuid AND ${among} AND ${oldestChange.within(page, updatedAfter)}
            ORDER BY "updatedAt" ${direction}, "id" ${direction} LIMIT ${page.limit}`)
          for (const row of shown) places.set(row.id, row)
          const customers = await db.customer.findMany({
            ...query,
            where: { id: { in: [...places.keys()] } },
          })
          const byId = new Map(customers.map((customer) => [customer.id, customer]))
          return shown.flatMap(({ id }) => byId.get(id) ?? [])
        }) as never
      },
    },
    { name: 'CustomerConnection', description: 'Customers, in the order of their last change.' },
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
  if (found.length > maxFound) throw coded('BAD_USER_INPUT', 'Too many customers match: use more words')
  return found.map(({ id }) => id)
}
