import { z } from 'zod'
import { member } from '../../api/context.ts'
import { Conflict, NotFound, readBack } from '../../api/errors.ts'
import { globalId } from '../../api/global-id.ts'
import { mutation } from '../../api/mutation.ts'
import { db } from '../../database/db.ts'
import { changeSettings } from '../change.ts'
import { liveOnes, SigningSecret } from './signing-secret.ts'

mutation('revokeSecret', {
  description:
    'Revokes a retiring secret now and ends its sessions and sockets. To revoke the current one, call ' +
    '`rollSecret` with `overlapHours: 0`: there is always one valid secret.',
  scope: { writeSettings: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the secret.' }) }),
  input: z.object({ id: globalId('SigningSecret') }),
  errors: [NotFound, Conflict],
  work: ({ id }, context): Promise<{ id: string; websiteId: string }> =>
    changeSettings(context, 'revokeSecret', async (tx, websiteId) => {
      const secret = await tx.signingSecret.findFirst({ where: { id, websiteId, ...liveOnes() } })
      if (!secret) throw new NotFound('There is no such secret')
      const { kind } = secret
      const others = await tx.signingSecret.count({
        where: { websiteId, kind, id: { not: id }, ...liveOnes() },
      })
      if (others === 0)
        throw new Conflict(
          'LAST_SECRET',
          'This is the only secret of its kind: roll it without an overlap instead',
        )
      await tx.signingSecret.update({ where: { id }, data: { retiresAt: new Date() } })
      return { result: { id, websiteId }, details: { kind } }
    }),
  payload: (t) => ({
    secret: t.prismaField({
      type: SigningSecret,
      description: 'The revoked secret.',
      resolve: (query, { id }, _args, context) =>
        readBack(
          db.signingSecret.findFirst({ ...query, where: { id, websiteId: member(context).websiteId } }),
        ),
    }),
    secrets: t.prismaField({
      type: [SigningSecret],
      description: 'The secrets that are still valid.',
      resolve: (query, { websiteId }) =>
        db.signingSecret.findMany({
          ...query,
          where: { websiteId, ...liveOnes() },
          orderBy: { createdAt: 'desc' },
        }),
    }),
  }),
})
