import { z } from 'zod'
import { verb } from '../builder.ts'
import { db } from '../db.ts'
import { readBack } from '../errors.ts'
import { customHead } from '../head-html.ts'
import { Website } from '../websites/website.ts'
import { changeSettings } from './change.ts'

verb('updateCustomization', {
  description:
    'Saves HTML for the head of the frame’s document. It is kept as written and served sanitised: style sheets, ' +
    'preconnects and icons over https, `<style>` and `<meta name="theme-color">`.',
  scope: { writeSettings: true },
  fields: (t) => ({
    headHtml: t.string({
      required: true,
      description: 'The HTML, 65,536 characters at most; empty for none.',
    }),
  }),
  input: z.object({
    headHtml: z
      .string()
      .max(65_536, 'The HTML has at most 65,536 characters')
      .refine((text) => !text.includes('\0'), 'Null characters cannot be kept'),
  }),
  work: ({ headHtml }, context): Promise<{ websiteId: string; dropped: string[]; served: string }> =>
    changeSettings(context, 'updateCustomization', async (tx, websiteId) => {
      const { dropped, html } = customHead(headHtml)
      await tx.website.update({ where: { id: websiteId }, data: { headHtml } })
      return {
        result: { websiteId, dropped, served: html },
        details: { characters: headHtml.length, dropped },
      }
    }),
  payload: (t) => ({
    website: t.prismaField({
      type: Website,
      description: 'The website as it is now.',
      resolve: (query, { websiteId }) =>
        readBack(db.website.findUnique({ ...query, where: { id: websiteId } })),
    }),
    served: t.exposeString('served', { description: 'The HTML as it is served.' }),
    dropped: t.exposeStringList('dropped', { description: 'What is not served, a line each, and why.' }),
  }),
})
