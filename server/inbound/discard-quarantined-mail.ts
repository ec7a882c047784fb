import { z } from 'zod'
import { verb } from '../builder.ts'
import { member } from '../context.ts'
import { db } from '../db.ts'
import { NotFound } from '../errors.ts'
import { globalId } from '../global-id.ts'
import { managedBy } from '../tickets/access.ts'
import { announce } from '../tickets/announce.ts'
import { ticketPayload } from '../tickets/payload.ts'

verb('discardQuarantinedMail', {
  description: 'Discards a quarantined mail: nobody sees it any more. It is deleted for good after 30 days.',
  scope: { team: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'The mail.' }) }),
  input: z.object({ id: globalId('QuarantinedMail') }),
  errors: [NotFound],
  payload: ticketPayload,
  work: async ({ id }, context) => {
    const ticket = managedBy(member(context))
    const [mail] = await db.inboundMail.updateManyAndReturn({
      where: { id, state: 'QUARANTINED', thread: { ticket } },
      data: { state: 'DROPPED', settledAt: new Date(), reason: 'The team discarded it' },
      select: { thread: { select: { ticketId: true } } },
    })
    if (!mail) throw new NotFound('There is no such quarantined mail')
    const { ticketId } = mail.thread
    await announce(ticketId)
    return { ticketId }
  },
})
