import { z } from 'zod'
import { member } from '../api/context.ts'
import { NotFound, readBack } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { Faq } from './faq.ts'

mutation('viewFaq', {
  description:
    'Counts a view of a question by the calling customer, so that the team can see which answers prevent tickets.',
  scope: { customer: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the question.' }) }),
  input: z.object({ id: globalId('Faq') }),
  errors: [NotFound],
  work: async ({ id }, context): Promise<{ id: string }> => {
    const { websiteId } = member(context)
    const { count } = await db.faq.updateMany({
      where: { id, websiteId },
      data: { viewCount: { increment: 1 } },
    })
    if (count === 0) throw new NotFound('There is no such question')
    return { id }
  },
  payload: (t) => ({
    faq: t.prismaField({
      type: Faq,
      description: 'The question and its answer.',
      resolve: (query, { id }, _args, context) =>
        readBack(db.faq.findFirst({ ...query, where: { id, websiteId: member(context).websiteId } })),
    }),
  }),
})
