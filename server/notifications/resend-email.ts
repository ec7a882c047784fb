import { z } from 'zod'
import { member } from '../api/context.ts'
import { Conflict, NotFound, readBack } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { db, transaction } from '../database/db.ts'
import { touch } from '../events/record.ts'
import { enqueue } from '../jobs/jobs.ts'
import { visibleTo } from '../tickets/visibility.ts'
import { Email } from './email.ts'

mutation('resendEmail', {
  description: 'Retries a failed email: for the rest of its four-day window, or once if that has passed.',
  scope: { team: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the email.' }) }),
  input: z.object({ id: globalId('Email') }),
  errors: [NotFound, Conflict],
  work: async ({ id }, context): Promise<{ id: string }> => {
    const { websiteId } = member(context)
    await transaction(async (tx) => {
      const where = { id, websiteId }
      const email = await tx.email.findFirst({ where, select: { thread: { select: { ticketId: true } } } })
      if (!email) throw new NotFound('There is no such email')
      const { count } = await tx.email.updateMany({
        where: { id, state: 'FAILED' },
        data: { state: 'QUEUED' },
      })
      if (count === 0) throw new Conflict('EMAIL_NOT_FAILED', 'Only a failed email can be sent again')
      await enqueue(tx, 'mail', { mailId: id })
      await touch(tx, email.thread.ticketId)
    })
    return { id }
  },
  payload: (t) => ({
    email: t.prismaField({
      type: Email,
      description: 'The email after the change.',
      resolve: (query, { id }, _args, context) =>
        readBack(
          db.email.findFirst({ ...query, where: { id, thread: { ticket: visibleTo(member(context)) } } }),
        ),
    }),
  }),
})
