import { z } from 'zod'
import { OperatorRole as Roles } from '../../prisma/generated/client/enums.ts'
import { Conflict, NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import { name } from '../websites/name.ts'
import { OperatorRole } from '../websites/operator-role.ts'
import { keepAnAdministrator } from './last-administrator.ts'
import { type Changed, operatorPayload } from './payload.ts'

mutation('updateOperator', {
  description:
    'Changes an operator’s name or role. Only the fields given are changed. To make an administrator, a key needs ' +
    'every scope.',
  scope: { manageAccess: true },
  scopeOf: ({ role }) => (role === 'ADMIN' ? { manageAdministrators: true } : {}),
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the operator.' }),
    name: t.string({ description: 'Name shown to customers, at most 100 characters.' }),
    role: t.field({
      type: OperatorRole,
      description: 'New role. A website always keeps one active administrator.',
    }),
  }),
  input: z.object({ id: globalId('Operator'), name: name.nullish(), role: z.enum(Roles).nullish() }),
  errors: [NotFound, Conflict],
  work: ({ id, ...input }, context): Promise<Changed> =>
    changeSettings(context, 'updateOperator', async (tx, websiteId) => {
      const operator = await tx.operator.findFirst({ where: { id, websiteId, active: true } })
      if (!operator) throw new NotFound('There is no such operator')
      if (operator.role === 'ADMIN' && input.role === 'AGENT') await keepAnAdministrator(tx, websiteId, id)
      const data = { name: input.name ?? operator.name, role: input.role ?? operator.role }
      await tx.operator.update({ where: { id }, data })
      return { result: { id, websiteId }, details: { email: operator.email, ...data } }
    }),
  payload: operatorPayload,
})
