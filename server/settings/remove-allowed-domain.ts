import { z } from 'zod'
import { NotFound } from '../api/errors.ts'
import { encodeGlobalID, globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { AllowedDomain } from './allowed-domain.ts'
import { changeSettings } from './change.ts'

mutation('removeAllowedDomain', {
  description:
    'Stops a host’s pages from embedding the ticket center. Sessions and sockets opened there end within ' +
    'seconds.',
  scope: { writeSettings: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the domain.' }) }),
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
      description: 'Global id of the removed domain.',
      resolve: ({ id }) => encodeGlobalID('AllowedDomain', id),
    }),
    allowedDomains: t.prismaField({
      type: [AllowedDomain],
      description: 'The remaining allowed domains.',
      resolve: (query, { websiteId }) =>
        db.allowedDomain.findMany({ ...query, where: { websiteId }, orderBy: { createdAt: 'asc' } }),
    }),
  }),
})
