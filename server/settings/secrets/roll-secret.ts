import { z } from 'zod'
import { SecretKind as Kinds } from '../../../prisma/generated/client/enums.ts'
import { member } from '../../api/context.ts'
import { LimitReached, readBack } from '../../api/errors.ts'
import { mutation } from '../../api/mutation.ts'
import { db, type Transaction } from '../../database/db.ts'
import { seal } from '../../keys/keys.ts'
import { holdServerKey } from '../../keys/server-key.ts'
import { newSecret } from '../../websites/create.ts'
import { changeSettings } from '../change.ts'
import { liveOnes, SecretKind, SigningSecret } from './signing-secret.ts'

const hour = 60 * 60_000
/** Per kind: a signature is compared with all of them. Retired ones are kept to recognize signatures made with them. */
const maxSecrets = { valid: 10, retired: 10 }

mutation('rollSecret', {
  description:
    'Creates a new secret. Old ones stay valid for `overlapHours`, so that you can switch without downtime. ' +
    `At most ${maxSecrets.valid} of a kind are valid at a time: revoke one first. To roll ` +
    'the OPERATOR secret, a key needs every scope.',
  scope: { manageAccess: true },
  scopeOf: ({ kind }) => (kind === 'OPERATOR' ? { manageAdministrators: true } : {}),
  fields: (t) => ({
    kind: t.field({ type: SecretKind, required: true, description: 'Which of the two secrets to replace.' }),
    overlapHours: t.int({
      required: true,
      defaultValue: 24,
      description:
        'Hours for which old secrets stay valid, at most 720; 0 revokes them and ends their sessions immediately.',
    }),
  }),
  errors: [LimitReached],
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
      await limitSecrets(tx, { websiteId, kind })
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

async function limitSecrets(tx: Transaction, ofKind: { websiteId: string; kind: Kinds }): Promise<void> {
  const { valid, retired } = maxSecrets
  const live = await tx.signingSecret.count({ where: { ...ofKind, ...liveOnes() } })
  if (live >= valid)
    throw new LimitReached(`At most ${valid} secrets of a kind can be valid at a time`, valid)
  const old = await tx.signingSecret.findMany({
    where: { ...ofKind, NOT: liveOnes() },
    orderBy: { createdAt: 'desc' },
    skip: retired,
    select: { id: true },
  })
  await tx.signingSecret.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
}
