import { z } from 'zod'
import { EmailContent as Contents } from '../../prisma/generated/client/enums.ts'
import { readBack } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { Website } from '../websites/website.ts'
import { changeSettings } from './change.ts'
import { accentColor, logoUrl, senderName, ticketUrl } from './email-rules.ts'
import { EmailContent } from './email-settings.ts'

const delayRange = 'The delay is a whole number of seconds, 0 to 3,600'

mutation('updateEmailSettings', {
  description: 'Changes only the fields given. An empty string restores the default.',
  scope: { writeSettings: true },
  fields: (t) => ({
    fromName: t.string({
      description: 'Name of the sender, one line of at most 100 characters; empty for the website’s name.',
    }),
    delaySeconds: t.int({
      description: 'Seconds to wait for a reply to be read before emailing it, 0 to 3,600.',
    }),
    content: t.field({ type: EmailContent, description: 'How much of the conversation emails contain.' }),
    ticketUrl: t.string({
      description:
        'Address of the company’s page that shows a ticket to customers, with `{number}` or `{id}`, at most 2,000 ' +
        'characters, `https` except on a loopback host; empty for the page that last embedded the customer’s frame.',
    }),
    consoleUrl: t.string({
      description:
        'Address of the page that shows a ticket to operators, with `{number}` or `{id}`, at most 2,000 ' +
        'characters, `https` except on a loopback host; empty for this server’s console.',
    }),
    accentColor: t.string({ description: 'Color of buttons and links, `#rrggbb`; empty for the default.' }),
    logoUrl: t.string({
      description:
        '`https` address of a logo, at most 2,000 characters; empty for the website’s name instead.',
    }),
  }),
  input: z.object({
    fromName: senderName.nullish(),
    delaySeconds: z.int(delayRange).min(0, delayRange).max(3_600, delayRange).nullish(),
    content: z.enum(Contents).nullish(),
    ticketUrl: ticketUrl.nullish(),
    consoleUrl: ticketUrl.nullish(),
    accentColor: accentColor.nullish(),
    logoUrl: logoUrl.nullish(),
  }),
  work: (input, context): Promise<{ websiteId: string }> =>
    changeSettings(context, 'updateEmailSettings', async (tx, websiteId) => {
      const { fromName, delaySeconds, content, ticketUrl, consoleUrl, accentColor, logoUrl } = input
      await tx.website.update({
        where: { id: websiteId },
        data: {
          emailFromName: written(fromName),
          emailDelaySeconds: delaySeconds ?? undefined,
          emailContent: content ?? undefined,
          ticketUrl: written(ticketUrl),
          consoleUrl: written(consoleUrl),
          accentColor: written(accentColor),
          logoUrl: written(logoUrl),
        },
      })
      const details = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null))
      return { result: { websiteId }, details }
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

/** For a column: undefined leaves it unchanged, null clears it. */
function written(text: string | null | undefined): string | null | undefined {
  return text === '' ? null : (text ?? undefined)
}
