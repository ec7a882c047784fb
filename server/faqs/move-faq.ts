import { NotFound } from '../api/errors.ts'
import { moveMutation } from '../settings/move-mutation.ts'
import { inOrder } from '../settings/ordered-list.ts'
import { faqPayload } from './payload.ts'

moveMutation('moveFaq', {
  description: 'Moves a frequently asked question to another position in the list.',
  type: 'Faq',
  called: 'question',
  async find(tx, websiteId, id) {
    const items = await tx.faq.findMany({ where: { websiteId }, orderBy: inOrder })
    const item = items.find((other) => other.id === id)
    if (!item) throw new NotFound('There is no such question')
    return { items, item, result: { id, websiteId }, details: { question: item.question } }
  },
  payload: faqPayload,
})
