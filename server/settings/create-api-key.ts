import { z } from 'zod'
import { ApiScope as Scopes } from '../../prisma/generated/client/enums.ts'
import { member } from '../api/context.ts'
import { InvalidInput, LimitReached, readBack } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { newApiKey } from '../identity/api-key.ts'
import { covers } from '../identity/scopes.ts'
import { sha256 } from '../keys/keys.ts'
import { name } from '../websites/name.ts'
import { ApiKey, ApiScope } from './api-key.ts'
import { changeSettings } from './change.ts'

const maxApiKeys = 50

mutation('createApiKey', {
  description: 'Creates an API key. Its text is returned only here. A website has at most 50.',
  scope: { writeSettings: true },
  fields: (t) => ({
    name: t.string({
      required: true,
      description: 'Name, also shown as the author of its messages, at most 100 characters.',
    }),
    scopes: t.field({
      type: [ApiScope],
      required: true,
      description: 'At least one. A key can only grant scopes that it has itself.',
    }),
  }),
  input: z.object({
    name,
    scopes: z
      .array(z.enum(Scopes))
      .min(1, 'Give at least one scope')
      .max(100, 'Give each scope once')
      .transform((scopes) => [...new Set(scopes)]),
  }),
  errors: [LimitReached],
  work: ({ name, scopes }, context): Promise<{ id: string; text: string }> => {
    const viewer = member(context)
    if (viewer.kind === 'integration' && !scopes.every((scope) => covers(viewer.scopes, scope))) {
      const message = 'A key can only grant scopes that it has itself'
      throw new InvalidInput([{ path: ['input', 'scopes'], code: 'NOT_YOURS_TO_CHOOSE', message }])
    }
    return changeSettings(context, 'createApiKey', async (tx, websiteId) => {
      if ((await tx.apiKey.count({ where: { websiteId, revokedAt: null } })) >= maxApiKeys) {
        throw new LimitReached(`A website can have at most ${maxApiKeys} API keys`, maxApiKeys)
      }
      const text = newApiKey()
      const { id } = await tx.apiKey.create({ data: { websiteId, name, scopes, hash: sha256(text) } })
      return { result: { id, text }, details: { name, scopes } }
    })
  },
  payload: (t) => ({
    apiKey: t.prismaField({
      type: ApiKey,
      description: 'The new key.',
      resolve: (query, { id }, _args, context) =>
        readBack(db.apiKey.findFirst({ ...query, where: { id, websiteId: member(context).websiteId } })),
    }),
    text: t.exposeString('text', { description: 'Text of the key, `tck_…`. It cannot be read again.' }),
  }),
})
