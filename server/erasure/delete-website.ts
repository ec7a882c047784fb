import { z } from 'zod'
import { InvalidInput, NotFound } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { transaction } from '../database/db.ts'
import { isUuid } from '../identity/uuid.ts'
import { forgetWebsiteAccess } from '../identity/website.ts'
import { enqueue } from '../jobs/jobs.ts'
import { log } from '../log/log.ts'
import { publish } from '../wakeups/publish.ts'
import { topics } from '../wakeups/wake.ts'
import { endAccess } from './end-access.ts'

mutation('deleteWebsite', {
  description:
    'Permanently deletes the website with everything in it. Only for its administrators and the server’s root key. ' +
    'Everyone is signed out and every key is revoked at once; the rest is deleted in the background.',
  scope: { deleteWebsite: true },
  fields: (t) => ({
    confirm: t.string({
      required: true,
      description:
        'The website’s plain UUID, as in its addresses. Administrators can only delete their own website; the root ' +
        'key can delete any.',
    }),
  }),
  input: z.object({ confirm: z.string().trim().toLowerCase() }),
  errors: [NotFound],
  work: async ({ confirm: websiteId }, { viewer }): Promise<{ websiteId: string }> => {
    const own = viewer && 'websiteId' in viewer ? viewer.websiteId : websiteId
    if (own !== websiteId || !isUuid(websiteId)) {
      const message = 'Give the id of this website: it is in the address of the frame'
      throw new InvalidInput([{ path: ['input', 'confirm'], code: 'WEBSITE_OTHER', message }])
    }
    await transaction(async (tx) => {
      const found = await tx.$executeRaw`SELECT FROM "Website" WHERE "id" = ${websiteId}::uuid FOR UPDATE`
      if (found === 0) throw new NotFound('There is no such website')
      await endAccess(tx, websiteId)
      await enqueue(tx, 'delete-website', { websiteId })
    })
    log.info({ websiteId }, 'website is being deleted')
    forgetWebsiteAccess(websiteId)
    publish({ topics: [topics.website(websiteId)] })
    return { websiteId }
  },
  payload: (t) => ({
    websiteId: t.exposeString('websiteId', { description: 'Plain UUID of the website.' }),
  }),
})
