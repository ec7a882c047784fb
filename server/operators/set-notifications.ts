import { z } from 'zod'
import { EmailNotifications as Choices } from '../../prisma/generated/client/enums.ts'
import { member } from '../api/context.ts'
import { readBack } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { EmailNotifications, Operator } from './operator.ts'

mutation('setNotifications', {
  description: 'Sets which tickets the calling operator is emailed about.',
  scope: { operator: true },
  fields: (t) => ({
    notifications: t.field({
      type: EmailNotifications,
      required: true,
      description: 'Tickets to be emailed about.',
    }),
  }),
  input: z.object({ notifications: z.enum(Choices) }),
  work: (data, context): Promise<{ id: string }> =>
    db.operator.update({ where: { id: member(context).id }, data }),
  payload: (t) => ({
    operator: t.prismaField({
      type: Operator,
      description: 'The calling operator after the change.',
      resolve: (query, { id }, _args, context) =>
        readBack(db.operator.findFirst({ ...query, where: { id, websiteId: member(context).websiteId } })),
    }),
  }),
})
