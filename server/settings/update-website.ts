import { z } from 'zod'
import { readBack } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { locale } from '../websites/locale.ts'
import { name } from '../websites/name.ts'
import { Website } from '../websites/website.ts'
import { changeSettings } from './change.ts'

const attachmentType = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .max(200, 'A type can have at most 200 characters')
      .regex(/^[a-z]+\/(?:\*|[a-z0-9][\w.+-]*)$/, 'This is not a type such as image/png or image/*'),
  )

mutation('updateWebsite', {
  description: 'Changes only the fields given.',
  scope: { writeSettings: true },
  fields: (t) => ({
    name: t.string({ description: 'Name shown to customers, at most 100 characters.' }),
    locale: t.string({ description: 'Language (BCP 47) for visitors whose language is not supported.' }),
    participantsEnabled: t.boolean({
      description:
        'Whether tickets may have participants. When disabled, new ones are ignored and existing ones stay.',
    }),
    typingEnabled: t.boolean({ description: 'Whether customers and team see each other type.' }),
    attachmentTypes: t.stringList({
      description: 'Types of files that messages may have, such as `image/*`, at most 100; empty for none.',
    }),
  }),
  input: z.object({
    name: name.nullish(),
    locale: locale.nullish(),
    participantsEnabled: z.boolean().nullish(),
    typingEnabled: z.boolean().nullish(),
    attachmentTypes: z.array(attachmentType).max(100, 'List at most 100 types').nullish(),
  }),
  work: (input, context): Promise<{ websiteId: string }> =>
    changeSettings(context, 'updateWebsite', async (tx, websiteId) => {
      const data = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null))
      await tx.website.update({ where: { id: websiteId }, data })
      return { result: { websiteId }, details: data }
    }),
  payload: (t) => ({
    website: t.prismaField({
      type: Website,
      description: 'The website after the change.',
      resolve: (query, { websiteId }) =>
        readBack(db.website.findUnique({ ...query, where: { id: websiteId } })),
    }),
  }),
})
