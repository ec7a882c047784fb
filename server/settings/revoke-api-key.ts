import { z } from 'zod'
import { member } from '../api/context.ts'
import { NotFound, readBack } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { ApiKey } from './api-key.ts'
import { changeSettings } from './change.ts'

mutation('revokeApiKey', {
  description:
    'Revokes an API key and ends its sockets within seconds. Its messages stay. Revoking it again changes ' +
    'nothing.',
  scope: { writeSettings: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the key.' }) }),
  input: z.object({ id: globalId('ApiKey') }),
  errors: [NotFound],
  work: ({ id }, context): Promise<{ id: string }> =>
    changeSettings(context, 'revokeApiKey', async (tx, websiteId) => {
      const key = await tx.apiKey.findFirst({ where: { id, websiteId } })
      if (!key) throw new NotFound('There is no such API key')
      await tx.apiKey.update({ where: { id }, data: { revokedAt: key.revokedAt ?? new Date() } })
      return { result: { id }, details: { name: key.name } }
    }),
  payload: (t) => ({
    apiKey: t.prismaField({
      type: ApiKey,
      description: 'The revoked key.',
      resolve: (query, { id }, _args, context) =>
        readBack(db.apiKey.findFirst({ ...query, where: { id, websiteId: member(context).websiteId } })),
    }),
  }),
})
