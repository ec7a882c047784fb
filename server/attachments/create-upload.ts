import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { LimitReached } from '../api/errors.ts'
import { encodeGlobalID } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { transaction } from '../database/db.ts'
import { actorOf } from '../events/actor.ts'
import { cleanName } from './clean-name.ts'
import { checkQuota } from './quota.ts'
import { uploadAddress } from './signed-address.ts'

export const maxSize = 25_000_000

interface NewUpload {
  id: string
  url: string
  expiresAt: Date
}

const Upload = builder.objectRef<NewUpload>('Upload').implement({
  description: 'A file that is about to be uploaded.',
  fields: (t) => ({
    id: t.id({
      description: 'Global id of the attachment: pass it in `attachmentIds` once the file has arrived.',
      resolve: ({ id }) => encodeGlobalID('Attachment', id),
    }),
    url: t.exposeString('url', {
      description:
        'Where to PUT the bytes; no other headers are needed. Status 204 means that the file has arrived.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'Latest time to start the upload. It can be retried after a failure.',
    }),
  }),
})

mutation('createUpload', {
  description:
    'Registers a file for a message by the caller, and returns where to upload it. Files not attached within 24 ' +
    'hours are deleted. Returns LimitReached once a customer has registered 250 MB or 500 files within 24 hours.',
  scope: { writeTickets: true, importTickets: true },
  fields: (t) => ({
    name: t.string({ required: true, description: 'File name; a leading path is stripped.' }),
    size: t.int({ required: true, description: 'Exact size in bytes, at most 25,000,000.' }),
    type: t.string({
      required: true,
      description: 'MIME type claimed by the sender. The server detects the actual one from the bytes.',
    }),
  }),
  input: z.object({
    name: z.string().max(1_000, 'A file name can have at most 1,000 characters').transform(cleanName),
    size: z.int().min(1, 'The file is empty').max(maxSize, 'Files can be up to 25 MB'),
    type: z.string().max(200, 'A type can have at most 200 characters'),
  }),
  errors: [LimitReached],
  work: async ({ name, size, type }, context): Promise<{ upload: NewUpload }> => {
    const viewer = member(context)
    const id = newId()
    await transaction(async (tx) => {
      await checkQuota(tx, viewer, size)
      const data = { id, websiteId: viewer.websiteId, name, size, type, ...actorOf(viewer) }
      await tx.attachment.create({ data, select: { id: true } })
    })
    return { upload: { id, ...uploadAddress(id, viewer) } }
  },
  payload: (t) => ({
    upload: t.field({
      type: Upload,
      description: 'Where to send the file, and its id.',
      resolve: ({ upload }) => upload,
    }),
  }),
})
