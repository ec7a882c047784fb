import { z } from 'zod'
import { NotFound } from '../api/errors.ts'
import { encodeGlobalID, globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import { type Changed, inOrder, renumber } from '../settings/ordered-list.ts'
import { faqsField } from './payload.ts'

mutation('deleteFaq', {
  description: 'Deletes a frequently asked question.',
  scope: { writeSettings: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the question.' }) }),
  input: z.object({ id: globalId('Faq') }),
  errors: [NotFound],
  work: ({ id }, context): Promise<Changed> =>
    changeSettings(context, 'deleteFaq', async (tx, websiteId) => {
      const faq = await tx.faq.findFirst({ where: { id, websiteId } })
      if (!faq) throw new NotFound('There is no such question')
      await tx.faq.delete({ where: { id } })
      const rest = await tx.faq.findMany({ where: { websiteId }, orderBy: inOrder })
      await renumber(tx, 'Faq', rest)
      return { result: { id, websiteId }, details: { question: faq.question } }
    }),
  payload: (t) => ({
    deletedId: t.id({
      description: 'Global id of the deleted question.',
      resolve: ({ id }) => encodeGlobalID('Faq', id),
    }),
    faqs: faqsField(t),
  }),
})
