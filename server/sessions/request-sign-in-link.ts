import { z } from 'zod'
import { take } from '../api/limits.ts'
import { mutation } from '../api/mutation.ts'
import { transaction } from '../database/db.ts'
import { emailAddress } from '../identity/email-rule.ts'
import { isUuid } from '../identity/uuid.ts'
import { websiteAccess } from '../identity/website.ts'
import { makeSignInLink } from '../operators/sign-in-link.ts'

mutation('requestSignInLink', {
  description:
    'Emails an operator a link to the console, which works once within 15 minutes. The result is the same ' +
    'whether or not the address belongs to an operator. At most 5 requests per email address and website, and ' +
    '20 per network address, in 15 minutes.',
  scope: null,
  fields: (t) => ({
    websiteId: t.string({ required: true, description: 'The website’s plain UUID, not its global id.' }),
    email: t.string({ required: true, description: 'The operator’s email address.' }),
    ticketNumber: t.int({ description: 'Number of the ticket to open; null for the list.' }),
  }),
  input: z.object({
    websiteId: z.string(),
    email: emailAddress,
    ticketNumber: z.int().min(1, 'Tickets are numbered from 1').nullish(),
  }),
  work: async ({ websiteId, ...request }, context): Promise<{ requested: true }> => {
    await take('signInLink', context.address)
    if (!isUuid(websiteId)) return { requested: true }
    await take('signInLinkTo', `${websiteId.toLowerCase()} ${request.email}`)
    const website = await websiteAccess(websiteId)
    // One path for every address: neither the response nor its timing reveals whether it is an operator's.
    if (website) {
      await transaction((tx) => makeSignInLink(tx, 'request', { ...request, websiteId: website.id }))
    }
    return { requested: true }
  },
  payload: (t) => ({
    requested: t.exposeBoolean('requested', { description: 'Always true.' }),
  }),
})
