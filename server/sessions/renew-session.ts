import { z } from 'zod'
import { NotAllowed } from '../api/errors.ts'
import { take } from '../api/limits.ts'
import { mutation } from '../api/mutation.ts'
import { readToken } from '../identity/session.ts'
import { openWith, sessionPayload } from './session.ts'

mutation('renewSession', {
  description:
    'A new token for the same session, also when the old one has run out. Refused once the secret, the origin or the ' +
    'operator is no longer good, and 12 hours after signing in.',
  scope: null,
  fields: (t) => ({
    renewalToken: t.string({ required: true, description: 'The session’s renewal token.' }),
  }),
  input: z.object({ renewalToken: z.string() }),
  errors: [NotAllowed],
  work: async ({ renewalToken }, context) => {
    const token = await readToken(renewalToken, 'renewal')
    if (token) {
      const { claims } = token
      return openWith({ claims, enter: async () => claims }, context)
    }
    await take('refusal', context.address)
    throw new NotAllowed('Signing in was refused')
  },
  payload: sessionPayload,
})
