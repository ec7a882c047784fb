import { brandWithType } from '@pothos/core'
import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { db } from '../database/db.ts'
import type { Context } from './context.ts'

interface NodeId {
  typename: string
  id: string
}

interface Condition {
  id?: unknown
  [field: string]: unknown
}

/** What `prismaNode` stores on a type. Its condition contains the `id` and the viewer's rights. */
interface NodeType {
  pothosPrismaLoader?: (context: Context) => {
    modelName: string
    findUnique: (row: { id: string }, context: Context) => Condition | Promise<Condition>
  }
}

interface Table {
  findMany(query: object): Promise<{ id: string }[]>
}

/** The objects with these ids, null for those the viewer may not see: one statement per type, however many ids. */
export async function readNodes(
  ids: NodeId[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<unknown[]> {
  const found = new Map<string, object>()
  for (const typename of new Set(ids.map((node) => node.typename))) {
    const wanted = [...new Set(ids.filter((node) => node.typename === typename).map(({ id }) => id))]
    for (const row of await readRows(typename, wanted, context, info)) {
      brandWithType(row, typename as never)
      found.set(keyOf(typename, row.id), row)
    }
  }
  return ids.map(({ typename, id }) => found.get(keyOf(typename, id)) ?? null)
}

async function readRows(typename: string, ids: string[], context: Context, info: GraphQLResolveInfo) {
  const type = info.schema.getType(typename)?.extensions as NodeType | undefined
  const loader = type?.pothosPrismaLoader?.(context)
  const [first = ''] = ids
  const condition = await loader?.findUnique({ id: first }, context)
  // A condition with another id, or without one, is one that the viewer cannot meet.
  if (!loader || condition?.id !== first) return []
  const table = (db as unknown as Record<string, Table>)[uncapitalize(loader.modelName)] as Table
  const query = queryFromInfo({ context, info, typeName: typename })
  return table.findMany({ ...query, where: { ...condition, id: { in: ids } } })
}

const keyOf = (typename: string, id: string) => `${typename}:${id}`

const uncapitalize = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
