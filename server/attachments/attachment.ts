import type { Prisma } from '../../prisma/generated/client/client.ts'
import { AttachmentState as States } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import type { Member } from '../identity/viewer.ts'
import { visibleTo } from '../tickets/visibility.ts'
import { fileAddress } from './signed-address.ts'

/** Read with their messages, one in ten of which has an attachment. */
export const attachmentsCost = { field: 0, multiplier: 0.1 }

export const AttachmentState = builder.enumType('AttachmentState', {
  description: 'Result of the virus scan. Without a scanner, every file is CLEAN once it is stored.',
  values: {
    PENDING: {
      value: States.PENDING,
      description: 'Waiting to be scanned, or to be extracted from an email; it cannot be opened yet.',
    },
    CLEAN: { value: States.CLEAN, description: 'Nothing harmful was found.' },
    INFECTED: {
      value: States.INFECTED,
      description: 'Harmful: it was never served, and its bytes are deleted.',
    },
  },
})

const addressRule = 'Valid for one to two hours, and only as long as the caller may see the ticket.'

/** Signed for one reader: subscribers with the same rights do not share it. */
const personal = { personal: true }

/** Condition of the attachments that the viewer may see. */
export function attachedFor(viewer: Member): Prisma.AttachmentWhereInput {
  const where = { ticket: visibleTo(viewer) }
  return viewer.kind === 'customer' ? { message: where } : { OR: [{ message: where }, { note: where }] }
}

export const Attachment = builder.prismaNode('Attachment', {
  description: 'A file of a message or of a note.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, AND: [attachedFor(member(context))] }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'File name, without a path.' }),
    size: t.exposeInt('size', { description: 'Size in bytes.' }),
    type: t.exposeString('type', {
      description:
        'MIME type, detected from the file’s bytes; until they have arrived, the one that the sender claimed.',
    }),
    state: t.expose('state', { type: AttachmentState, description: 'Whether it can be opened.' }),
    url: t.string({
      description: `Download address. ${addressRule} Null while it cannot be opened.`,
      nullable: true,
      extensions: personal,
      select: { id: true, name: true, state: true, key: true },
      resolve: ({ id, name, state, key }, _args, context) =>
        key && state === 'CLEAN' ? fileAddress('file', id, name, member(context)) : null,
    }),
    previewUrl: t.string({
      description: `Address of a WebP preview: a smaller image, or the first page of a PDF. ${addressRule} Null for other files, and while it cannot be opened.`,
      nullable: true,
      extensions: personal,
      select: { id: true, name: true, state: true, previewKey: true },
      resolve: ({ id, name, state, previewKey }, _args, context) =>
        previewKey && state === 'CLEAN' ? fileAddress('preview', id, name, member(context)) : null,
    }),
    width: t.exposeInt('width', {
      description: 'Width in pixels, of an image as displayed or of a PDF’s preview; null for other files.',
      nullable: true,
    }),
    height: t.exposeInt('height', {
      description: 'Height in pixels, of an image as displayed or of a PDF’s preview; null for other files.',
      nullable: true,
    }),
  }),
})
