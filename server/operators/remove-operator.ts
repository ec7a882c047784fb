import { z } from 'zod'
import { Conflict, NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import { keepAnAdministrator } from './last-administrator.ts'
import { type Changed, operatorPayload } from './payload.ts'

mutation('removeOperator', {
  description:
    'Deactivates an operator and ends their sessions and sockets within seconds. Their messages stay. The last ' +
    'administrator cannot be removed.',
  scope: { writeSettings: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the operator.' }) }),
  input: z.object({ id: globalId('Operator') }),
  errors: [NotFound, Conflict],
  work: ({ id }, context): Promise<Changed> =>
    changeSettings(context, 'removeOperator', async (tx, websiteId) => {
      const operator = await tx.operator.findFirst({ where: { id, websiteId } })
      if (!operator) throw new NotFound('There is no such operator')
      if (operator.active && operator.role === 'ADMIN') await keepAnAdministrator(tx, websiteId, id)
      await tx.operator.update({ where: { id }, data: { active: false } })
      return { result: { id, websiteId }, details: { email: operator.email } }
    }),
  payload: operatorPayload,
})
