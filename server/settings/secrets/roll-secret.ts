import { z } from 'zod'
import { SecretKind as Kinds } from '../../../prisma/generated/client/enums.ts'
import { member } from '../../api/context.ts'
import { readBack } from '../../api/errors.ts'
import { mutation } from '../../api/mutation.ts'
import { db } from '../../database/db.ts'
import { seal } from '../../keys/keys.ts'
import { holdServerKey } from '../../keys/server-key.ts'
import { newSecret } from '../../websites/create.ts'
import { changeSettings } from '../change.ts'
import { SecretKind, SigningSecret } from './signing-secret.ts'

const hour = 60 * 60_000

mutation('rollSecret', {
  description:
    'Creates a new secret. Old ones stay valid for `overlapHours`, so that you can switch without downtime.',
  scope: { manageAccess: true },
  fields: (t) => ({
    kind: t.field({ type: SecretKind, required: true, description: 'Which of the two secrets to replace.' }),
    overlapHours: t.int({
      required: true,
      defaultValue: 24,
      description:
        'Hours for which old secrets stay valid, at most 720; 0 revokes them and ends their sessions immediately.',
    }),
  }),
  input: z.object({ kind: z.enum(Kinds), overlapHours: z.int().min(0).max(720) }),
  work: ({ kind, overlapHours }, context): Promise<{ id: string; websiteId: string; value: string }> =>
    changeSettings(context, 'rollSecret', async (tx, websiteId) => {
      await holdServerKey(tx)
      const value = newSecret()
      const retiresAt = new Date(Date.now() + overlapHours * hour)
      await tx.signingSecret.updateMany({
        where: { websiteId, kind, OR: [{ retiresAt: null }, { retiresAt: { gt: retiresAt } }] },
        data: { retiresAt },
      })
      const { id } = await tx.signingSecret.create({ data: seal(value, { websiteId, kind }) })
      return { result: { id, websiteId, value }, details: { kind, overlapHours } }
    }),
  payload: (t) => ({
    secret: t.prismaField({
      type: SigningSecret,
      description: 'The new secret.',
      resolve: (query, { id }, _args, context) =>
        readBack(
          db.signingSecret.findFirst({ ...query, where: { id, websiteId: member(context).websiteId } }),
        ),
    }),
    value: t.exposeString('value', { description: 'Value of the secret; its text is the HMAC key.' }),
  }),
})
