import type { OutputFields } from '../api/builder.ts'
import { readBack } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { Operator } from './operator.ts'

export interface Changed {
  id: string
  websiteId: string
}

export const operatorPayload = (t: OutputFields<Changed>) => ({
  operator: t.prismaField({
    type: Operator,
    description: 'The operator after the change.',
    resolve: (query, { id, websiteId }) =>
      readBack(db.operator.findFirst({ ...query, where: { id, websiteId } })),
  }),
  operators: t.prismaField({
    type: [Operator],
    description: 'All active operators after the change, sorted by name.',
    resolve: (query, { websiteId }) =>
      db.operator.findMany({
        ...query,
        where: { websiteId, active: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
})
