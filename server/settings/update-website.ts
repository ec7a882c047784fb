import { z } from 'zod'
import { RetentionAction as Actions } from '../../prisma/generated/client/enums.ts'
import { InvalidInput, readBack } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db, type Transaction } from '../database/db.ts'
import { broken } from '../text/broken.ts'
import { locale } from '../websites/locale.ts'
import { name } from '../websites/name.ts'
import { Website } from '../websites/website.ts'
import { changeSettings } from './change.ts'
import { RetentionAction } from './retention.ts'

const attachmentType = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .max(200, 'A type can have at most 200 characters')
      .refine(
        (text) => /^[a-z]+\/(?:\*|[a-z0-9][\w.+-]*)$/.test(text),
        broken('FILE_TYPE_INVALID', 'This is not a type such as image/png or image/*'),
      ),
  )

const faqsRange = 'Give a whole number, 5 to 50'
const monthsRange = 'Give a whole number of months, 0 to 120'
const daysRange = 'Give a whole number of days, 0 to 365'

mutation('updateWebsite', {
  description: 'Changes only the fields given. Rules for old tickets need the scope ERASE, too.',
  scope: { writeSettings: true },
  scopeOf: ({ retentionMonths, retentionAction }) =>
    (retentionMonths ?? retentionAction) == null ? {} : { erase: true },
  fields: (t) => ({
    name: t.string({ description: 'Name shown to customers, at most 100 characters.' }),
    locale: t.string({ description: 'Language (BCP 47) for visitors whose language is not supported.' }),
    participantsEnabled: t.boolean({
      description:
        'Whether tickets may have participants. When disabled, new ones are ignored and existing ones are kept.',
    }),
    typingEnabled: t.boolean({
      description: 'Whether customers and the team can see when the other is typing.',
    }),
    followUpAfterDays: t.int({
      description:
        'Days after which replies to a solved ticket open a follow-up, 1 to 365; 0 if they always reopen it.',
    }),
    maxFaqs: t.int({
      description:
        'Maximum number of frequently asked questions, 5 to 50. Refused if there are more already: delete some first.',
    }),
    retentionMonths: t.int({
      description:
        'Months after which solved tickets are erased or deleted, 1 to 120; 0 for never. Keys also need ERASE.',
    }),
    retentionAction: t.field({
      type: RetentionAction,
      description: 'What happens to solved tickets after `retentionMonths`. Keys also need ERASE.',
    }),
    attachmentTypes: t.stringList({
      description:
        'MIME types accepted as attachments, such as `image/*`, at most 100; empty to accept none.',
    }),
  }),
  input: z.object({
    name: name.nullish(),
    locale: locale.nullish(),
    participantsEnabled: z.boolean().nullish(),
    typingEnabled: z.boolean().nullish(),
    followUpAfterDays: z.int(daysRange).min(0, daysRange).max(365, daysRange).nullish(),
    maxFaqs: z.int(faqsRange).min(5, faqsRange).max(50, faqsRange).nullish(),
    retentionMonths: z.int(monthsRange).min(0, monthsRange).max(120, monthsRange).nullish(),
    retentionAction: z.enum(Actions).nullish(),
    attachmentTypes: z.array(attachmentType).max(100, 'List at most 100 types').nullish(),
  }),
  work: (input, context): Promise<{ websiteId: string }> =>
    changeSettings(context, 'updateWebsite', async (tx, websiteId) => {
      const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null))
      await checkRoomForFaqs(tx, websiteId, input.maxFaqs)
      const never = {
        ...(input.followUpAfterDays === 0 && { followUpAfterDays: null }),
        ...(input.retentionMonths === 0 && { retentionMonths: null }),
      }
      await tx.website.update({ where: { id: websiteId }, data: { ...given, ...never } })
      return { result: { websiteId }, details: given }
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

/** The website is locked: nobody adds one meanwhile. */
async function checkRoomForFaqs(tx: Transaction, websiteId: string, maxFaqs: number | null | undefined) {
  if (maxFaqs == null) return
  const count = await tx.faq.count({ where: { websiteId } })
  if (count <= maxFaqs) return
  const message = `There are ${count} questions: delete some first`
  throw new InvalidInput([{ path: ['input', 'maxFaqs'], code: 'FAQS_IN_USE', message, value: String(count) }])
}
