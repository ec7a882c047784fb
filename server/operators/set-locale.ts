import { z } from 'zod'
import { member } from '../api/context.ts'
import { readBack } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { locale } from '../websites/locale.ts'
import { Operator } from './operator.ts'

mutation('setLocale', {
  description: 'Sets the language of the console and of emails for the calling operator.',
  scope: { operator: true },
  fields: (t) => ({
    locale: t.string({
      description:
        'Language (BCP 47); null to use the browser’s in the console and the website’s in emails. A language that ' +
        'the console does not support applies to emails only.',
    }),
  }),
  input: z.object({ locale: locale.nullish() }),
  work: ({ locale = null }, context): Promise<{ id: string }> =>
    db.operator.update({ where: { id: member(context).id }, data: { locale } }),
  payload: (t) => ({
    operator: t.prismaField({
      type: Operator,
      description: 'The calling operator after the change.',
      resolve: (query, { id }, _args, context) =>
        readBack(db.operator.findFirst({ ...query, where: { id, websiteId: member(context).websiteId } })),
    }),
  }),
})
