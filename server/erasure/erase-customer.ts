import { z } from 'zod'
import { mutation } from '../api/mutation.ts'
import { emailAddress } from '../identity/email-rule.ts'
import { pseudonym } from '../keys/pseudonym.ts'
import { changeSettings } from '../settings/change.ts'
import { render } from '../text/render.ts'
import { type Erased, erasePerson } from './erase-person.ts'
import { erasedText } from './erased-text.ts'

mutation('eraseCustomer', {
  description:
    'Permanently erases a person from the website: what they wrote and sent in every ticket, their address and ' +
    'name everywhere, emails to and from them, their drafts and their sessions. Each of their subjects and ' +
    'messages is replaced by `[…]`. Their tickets keep number, dates, status and category, what others wrote, and ' +
    'a customer who is `erased`. Audited without the address. A repeat erases nothing. If they sign in again, the ' +
    'address becomes a new customer.',
  scope: { erase: true },
  fields: (t) => ({ email: t.string({ required: true, description: 'Their email address.' }) }),
  input: z.object({
    email: emailAddress,
  }),
  work: async ({ email }, context): Promise<Erased> => {
    const rendered = await render(erasedText, 'customer')
    return changeSettings(context, 'eraseCustomer', async (tx, websiteId) => {
      const result = await erasePerson(tx, { websiteId, email }, rendered)
      return { result, details: { person: pseudonym(websiteId, email), ...result } }
    })
  },
  payload: (t) => ({
    tickets: t.exposeInt('tickets', { description: 'Number of their tickets.' }),
    messages: t.exposeInt('messages', { description: 'Number of their messages, in any ticket.' }),
  }),
})
