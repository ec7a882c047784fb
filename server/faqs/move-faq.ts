import { z } from 'zod'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import { type Changed, inOrder, moved, renumber } from '../settings/ordered-list.ts'
import { faqPayload } from './payload.ts'

mutation('moveFaq', {
  description: 'Moves a frequently asked question to another position in the list.',
  scope: { writeSettings: true },
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the question.' }),
    position: t.int({
      required: true,
      description: 'New position, starting at 1; anything past the end means the end.',
    }),
  }),
  input: z.object({ id: globalId('Faq'), position: z.int().min(1) }),
  errors: [NotFound],
  work: ({ id, position }, context): Promise<Changed> =>
    changeSettings(context, 'moveFaq', async (tx, websiteId) => {
      const faqs = await tx.faq.findMany({ where: { websiteId }, orderBy: inOrder })
      const faq = faqs.find((other) => other.id === id)
      if (!faq) throw new NotFound('There is no such question')
      await renumber(tx, 'Faq', moved(faqs, faq, position))
      return { result: { id, websiteId }, details: { question: faq.question, position } }
    }),
  payload: faqPayload,
})
