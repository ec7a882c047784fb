import { builder } from '../api/builder.ts'
import { Website } from '../websites/website.ts'
import { type CustomHead, customHead } from './head-html.ts'

const Look = builder.objectRef<CustomHead>('Look').implement({
  description: 'What the company’s own styles do to the frame, for frames that are open while it changes.',
  fields: (t) => ({
    styles: t.exposeStringList('sheets', { description: 'Texts of style sheets, in their order.' }),
    stylesheets: t.exposeStringList('stylesheets', {
      description: 'Addresses of style sheets, in their order.',
    }),
  }),
})

builder.prismaObjectField(Website, 'look', (t) =>
  t.field({
    type: Look,
    description: 'The company’s own styles, as they are served.',
    select: { headHtml: true },
    resolve: ({ headHtml }) => customHead(headHtml),
  }),
)
