import { z } from 'zod'
import { NotFound } from '../api/errors.ts'
import { encodeGlobalID, globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { AllowedDomain } from './allowed-domain.ts'
import { changeSettings } from './change.ts'

mutation('removeAllowedDomain', {
  description: 'Stops a host’s pages from embedding. Its open sessions and sockets end within seconds.',
  scope: { writeSettings: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'The allowed domain.' }) }),
  input: z.object({ id: globalId('AllowedDomain') }),
  errors: [NotFound],
  work: ({ id }, context): Promise<{ id: string; websiteId: string }> =>
    changeSettings(context, 'removeAllowedDomain', async (tx, websiteId) => {
      const known = await tx.allowedDomain.findFirst({ where: { id, websiteId } })
      if (!known) throw new NotFound('There is no such allowed domain')
      await tx.allowedDomain.delete({ where: { id } })
      return { result: { id, websiteId }, details: { domain: known.domain } }
    }),
  payload: (t) => ({
    deletedId: t.id({
      description: 'Global id it had.',
      resolve: ({ id }) => encodeGlobalID('AllowedDomain', id),
    }),
    allowedDomains: t.prismaField({
      type: [AllowedDomain],
      description: 'Those that are left.',
      resolve: (query, { websiteId }) =>
        db.allowedDomain.findMany({ ...query, where: { websiteId }, orderBy: { createdAt: 'asc' } }),
    }),
  }),
})
