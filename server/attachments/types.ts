import { builder } from '../api/builder.ts'
import { Website } from '../websites/website.ts'

builder.prismaObjectField(Website, 'attachmentTypes', (t) =>
  t.exposeStringList('attachmentTypes', {
    description:
      'MIME types accepted as attachments, such as `image/png` or `image/*`; empty if none are accepted.',
  }),
)
