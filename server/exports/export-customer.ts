import { z } from 'zod'
import { LimitReached } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { emailAddress } from '../identity/email-rule.ts'
import { pseudonym } from '../keys/pseudonym.ts'
import { exportPayload, limits, requestExport } from './request-export.ts'

mutation('exportCustomer', {
  description:
    'Exports what is stored about a person, as JSONL: their customer record, their tickets with all messages, what ' +
    'they wrote in other people’s tickets, their drafts, emails to their reply addresses, and files in base64. ' +
    `Empty for an unknown address. Audited without the address. ${limits}`,
  scope: { export: true },
  fields: (t) => ({ email: t.string({ required: true, description: 'Their email address.' }) }),
  input: z.object({
    email: emailAddress,
  }),
  errors: [LimitReached],
  work: ({ email }, context) =>
    requestExport(context, 'exportCustomer', { format: 'JSONL', email }, (websiteId) => ({
      person: pseudonym(websiteId, email),
    })),
  payload: exportPayload,
})
