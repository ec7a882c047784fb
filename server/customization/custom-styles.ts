import { builder } from '../api/builder.ts'
import { Website } from '../websites/website.ts'
import { customHead } from './custom-head.ts'
import type { CustomHead } from './sanitize-head.ts'

const CustomStyles = builder.objectRef<CustomHead>('CustomStyles').implement({
  description:
    'The company’s own styles for the frame. Open frames pick up changes through `websiteChanged`.',
  fields: (t) => ({
    styles: t.exposeStringList('inlineSheets', { description: 'Inline stylesheets as text, in order.' }),
    stylesheets: t.exposeStringList('linkedSheets', {
      description: 'Addresses of linked stylesheets, in order.',
    }),
  }),
})

builder.prismaObjectField(Website, 'customStyles', (t) =>
  t.field({
    type: CustomStyles,
    description: 'The company’s own styles as served, after sanitizing.',
    select: { headHtml: true },
    resolve: ({ headHtml }) => customHead(headHtml),
  }),
)
