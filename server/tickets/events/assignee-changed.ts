import { db } from '../../database/db.ts'
import { dataOf } from '../../events/event.ts'
import { Operator } from '../../operators/operator.ts'
import { eventType } from './ticket-event.ts'

declare module '../../events/event.ts' {
  interface EventData {
    ASSIGNEE_CHANGED: { from: string | null; to: string | null }
  }
}

eventType('ASSIGNEE_CHANGED', {
  name: 'AssigneeChanged',
  description: 'A ticket was assigned to an operator, or unassigned.',
  fields: (t) => ({
    from: t.prismaField({
      type: Operator,
      description: 'Assignee before the change; null for nobody.',
      nullable: true,
      resolve: (query, event) => operator(query, dataOf(event, 'ASSIGNEE_CHANGED').from),
    }),
    to: t.prismaField({
      type: Operator,
      description: 'Assignee after the change; null for nobody.',
      nullable: true,
      resolve: (query, event) => operator(query, dataOf(event, 'ASSIGNEE_CHANGED').to),
    }),
  }),
})

/** Prisma loads those of a page with one statement. */
const operator = (query: object, id: string | null) =>
  id === null ? null : db.operator.findUnique({ ...query, where: { id } })
