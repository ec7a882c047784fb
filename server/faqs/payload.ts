import type { OutputFields } from '../api/builder.ts'
import { readBack } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { type Changed, inOrder } from '../settings/ordered-list.ts'
import { Faq } from './faq.ts'

/** All questions, for mutations that changed one. */
export const faqsField = (t: OutputFields<Changed>) =>
  t.prismaField({
    type: [Faq],
    description: 'All questions after the change, in order.',
    resolve: (query, { websiteId }) => db.faq.findMany({ ...query, where: { websiteId }, orderBy: inOrder }),
  })

export const faqPayload = (t: OutputFields<Changed>) => ({
  faq: t.prismaField({
    type: Faq,
    description: 'The question and its answer after the change.',
    resolve: (query, { id, websiteId }) => readBack(db.faq.findFirst({ ...query, where: { id, websiteId } })),
  }),
  faqs: faqsField(t),
})
