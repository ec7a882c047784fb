import { z } from 'zod'
import { demand } from '../api/context.ts'
import { Conflict, NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { type Changed, operatorPayload } from '../operators/payload.ts'
import { invite } from '../operators/sign-in-link.ts'
import { changeSettings } from '../settings/change.ts'

mutation('resendInvitation', {
  description:
    'Sends a new invitation to an operator. Returns Conflict unless their last invitation could not be delivered. To ' +
    'invite an administrator, a key needs every scope.',
  scope: { manageAccess: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the operator.' }) }),
  input: z.object({ id: globalId('Operator') }),
  errors: [NotFound, Conflict],
  work: ({ id }, context): Promise<Changed> =>
    changeSettings(context, 'resendInvitation', async (tx, websiteId) => {
      const where = { id, websiteId, active: true }
      const operator = await tx.operator.findFirst({ where, include: { invitation: true } })
      if (!operator) throw new NotFound('There is no such operator')
      if (operator.role === 'ADMIN') demand(context, 'manageAdministrators')
      const { state } = operator.invitation ?? {}
      if (state !== 'FAILED' && state !== 'SKIPPED')
        throw new Conflict(
          'INVITATION_NOT_FAILED',
          'Only an invitation that could not be delivered can be sent again',
        )
      await invite(tx, operator)
      return { result: { id, websiteId }, details: { email: operator.email } }
    }),
  payload: operatorPayload,
})
