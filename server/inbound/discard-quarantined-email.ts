import { z } from 'zod'
import { member } from '../api/context.ts'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { transaction } from '../database/db.ts'
import { touch } from '../events/record.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { managedBy } from '../tickets/visibility.ts'
import { auditQuarantine } from './audit.ts'

mutation('discardQuarantinedEmail', {
  description:
    'Discards a quarantined email: it disappears from its ticket and is deleted permanently after 30 days. ' +
    'Audited.',
  scope: { team: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the quarantined email.' }) }),
  input: z.object({ id: globalId('QuarantinedEmail') }),
  errors: [NotFound],
  payload: ticketPayload,
  work: async ({ id }, context) => {
    const viewer = member(context)
    const ticketId = await transaction(async (tx) => {
      const where = { id, state: 'QUARANTINED', thread: { ticket: managedBy(viewer) } } as const
      const found = await tx.inboundEmail.findFirst({ where, select: { reason: true } })
      const [email] = await tx.inboundEmail.updateManyAndReturn({
        where,
        data: { state: 'DROPPED', settledAt: new Date(), reason: 'The team discarded it' },
        select: { thread: { select: { ticketId: true } } },
      })
      if (!found || !email) throw new NotFound('There is no such quarantined email')
      const { ticketId } = email.thread
      await auditQuarantine(tx, viewer, 'discardQuarantinedEmail', { ticketId, reason: found.reason })
      await touch(tx, ticketId)
      return ticketId
    })
    return { ticketId }
  },
})
