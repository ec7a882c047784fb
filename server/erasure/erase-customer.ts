import { z } from 'zod'
import { mutation } from '../api/mutation.ts'
import { canonicalEmail, isEmail } from '../identity/email.ts'
import { pseudonym } from '../keys/pseudonym.ts'
import { changeSettings } from '../settings/change.ts'
import { render } from '../text/render.ts'
import { type Erased, erasePerson } from './erase-person.ts'
import { erasedText } from './erased-text.ts'

mutation('eraseCustomer', {
  description:
    'Erases a person from the website for good: their words and files in every ticket, their address and name wherever ' +
    'they are, emails to and from them, their drafts, and their sessions. `[…]` stands in for each subject and message ' +
    'of theirs. Their tickets keep number, dates, status and category, with a customer who is `erased`, and what others ' +
    'wrote. Audited without the address. A repeat erases nothing. With a new session, the address becomes a new ' +
    'customer.',
  scope: { erase: true },
  fields: (t) => ({ email: t.string({ required: true, description: 'Their email address.' }) }),
  input: z.object({
    email: z.string().transform(canonicalEmail).refine(isEmail, 'This is not an email address'),
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
    messages: t.exposeInt('messages', { description: 'Number of their messages, in whatever ticket.' }),
  }),
})
