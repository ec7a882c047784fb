import { z } from 'zod'
import { NotAllowed } from '../api/errors.ts'
import { take } from '../api/limits.ts'
import { mutation } from '../api/mutation.ts'
import { readToken } from '../identity/session.ts'
import { sessionViewer } from '../identity/viewer.ts'
import { openWith, sessionPayload } from './session.ts'

/** No token of ours is as long. */
const maxToken = 16_000

mutation('renewSession', {
  description:
    'Returns a new token for a session, even if the old one has expired. Refused 12 hours after sign-in, and ' +
    'once the secret, the domain or the operator is no longer valid.',
  scope: null,
  fields: (t) => ({
    renewalToken: t.string({ required: true, description: '`renewalToken` of the session.' }),
  }),
  input: z.object({ renewalToken: z.string().max(maxToken, `At most ${maxToken} characters`) }),
  errors: [NotAllowed],
  work: async ({ renewalToken }, context) => {
    const token = readToken(renewalToken, 'renewal')
    if (!token) await take('refusal', context.address)
    const viewer = token && (await sessionViewer(token.claims))
    if (!viewer) throw new NotAllowed('Sign-in refused')
    const { claims } = token
    return openWith({ claims, viewer, enter: async () => ({ claims }) }, context)
  },
  payload: sessionPayload,
})
