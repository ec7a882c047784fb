import { z } from 'zod'
import { demand, member } from '../../api/context.ts'
import { NotFound, readBack } from '../../api/errors.ts'
import { globalId } from '../../api/global-id.ts'
import { mutation } from '../../api/mutation.ts'
import { db } from '../../database/db.ts'
import { unseal } from '../../keys/keys.ts'
import { changeSettings } from '../change.ts'
import { liveOnes, SigningSecret } from './signing-secret.ts'

mutation('revealSecret', {
  description:
    'Returns a secret’s value; the access is audited. Of an OPERATOR secret, to a key only if it has every scope.',
  scope: { manageAccess: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the secret.' }) }),
  input: z.object({ id: globalId('SigningSecret') }),
  errors: [NotFound],
  work: ({ id }, context): Promise<{ id: string; value: string }> =>
    changeSettings(context, 'revealSecret', async (tx, websiteId) => {
      const secret = await tx.signingSecret.findFirst({ where: { id, websiteId, ...liveOnes() } })
      if (!secret) throw new NotFound('There is no such secret')
      if (secret.kind === 'OPERATOR') demand(context, 'manageAdministrators')
      return { result: { id, value: unseal(secret) }, details: { kind: secret.kind } }
    }),
  payload: (t) => ({
    secret: t.prismaField({
      type: SigningSecret,
      description: 'The secret, without its value.',
      resolve: (query, { id }, _args, context) =>
        readBack(
          db.signingSecret.findFirst({ ...query, where: { id, websiteId: member(context).websiteId } }),
        ),
    }),
    value: t.exposeString('value', { description: 'Value of the secret; its text is the HMAC key.' }),
  }),
})
