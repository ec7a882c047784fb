import { z } from 'zod'
import { NotAllowed } from '../api/errors.ts'
import { take } from '../api/limits.ts'
import { mutation } from '../api/mutation.ts'
import { readToken } from '../identity/session.ts'
import { openWith, sessionPayload } from './session.ts'

mutation('renewSession', {
  description:
    'Returns a new token for a session, even if the old one has expired. Refused 12 hours after sign-in, and ' +
    'once the secret, the domain or the operator is no longer valid.',
  scope: null,
  fields: (t) => ({
    renewalToken: t.string({ required: true, description: '`renewalToken` of the session.' }),
  }),
  input: z.object({ renewalToken: z.string() }),
  errors: [NotAllowed],
  work: async ({ renewalToken }, context) => {
    const token = readToken(renewalToken, 'renewal')
    if (token) {
      const { claims } = token
      return openWith({ claims, enter: async () => claims }, context)
    }
    await take('refusal', context.address)
    throw new NotAllowed('Sign-in refused')
  },
  payload: sessionPayload,
})
