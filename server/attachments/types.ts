import { builder } from '../api/builder.ts'
import { Website } from '../websites/website.ts'

builder.prismaObjectField(Website, 'attachmentTypes', (t) =>
  t.exposeStringList('attachmentTypes', {
    description:
      'MIME types of files that messages may have, such as `image/png` or `image/*`; empty if they may have none.',
  }),
)
