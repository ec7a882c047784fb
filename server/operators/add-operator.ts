import { z } from 'zod'
import { OperatorRole as Roles } from '../../prisma/generated/client/enums.ts'
import { Conflict, LimitReached } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { emailAddress } from '../identity/email-rule.ts'
import { changeSettings } from '../settings/change.ts'
import { name } from '../websites/name.ts'
import { OperatorRole } from '../websites/operator-role.ts'
import { type Changed, operatorPayload } from './payload.ts'
import { invite } from './sign-in-link.ts'

const maxOperators = 200

mutation('addOperator', {
  description:
    'Gives a person access to the console and emails them an invitation; its link works once, within 24 hours. ' +
    'Re-adding a former operator reactivates their account. A website has at most 200 operators. To add an ' +
    'administrator, a key needs every scope.',
  scope: { manageAccess: true },
  scopeOf: ({ role }) => (role === 'ADMIN' ? { manageAdministrators: true } : {}),
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name shown to customers, at most 100 characters.' }),
    email: t.string({
      required: true,
      description: 'Email address for signing in. Unique within the website.',
    }),
    role: t.field({ type: OperatorRole, required: true, description: 'What they may do.' }),
  }),
  input: z.object({
    name,
    email: emailAddress,
    role: z.enum(Roles),
  }),
  errors: [Conflict, LimitReached],
  work: (input, context): Promise<Changed> =>
    changeSettings(context, 'addOperator', async (tx, websiteId) => {
      const where = { websiteId_email: { websiteId, email: input.email } }
      const known = await tx.operator.findUnique({ where })
      if (known?.active) throw new Conflict('OPERATOR_EXISTS', 'An operator with this address already exists')
      if ((await tx.operator.count({ where: { websiteId, active: true } })) >= maxOperators) {
        throw new LimitReached(`A website can have at most ${maxOperators} operators`, maxOperators)
      }
      const data = { ...input, websiteId, active: true }
      const { id } = await tx.operator.upsert({ where, create: data, update: data })
      await invite(tx, { id, websiteId, email: input.email })
      return { result: { id, websiteId }, details: input }
    }),
  payload: operatorPayload,
})
