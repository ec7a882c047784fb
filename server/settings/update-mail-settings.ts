import { z } from 'zod'
import { MailContent as Contents } from '../../prisma/generated/client/enums.ts'
import { readBack } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { Website } from '../websites/website.ts'
import { changeSettings } from './change.ts'
import { accentColor, logoUrl, senderName, ticketUrl } from './mail-rules.ts'
import { MailContent } from './mail-settings.ts'

const delayRange = 'The delay is a whole number of seconds, 0 to 3,600'

mutation('updateMailSettings', {
  description: 'Changes what is given and leaves the rest. An empty text brings back the default.',
  scope: { writeSettings: true },
  fields: (t) => ({
    fromName: t.string({ description: 'Name of the sender, one line; empty: the website’s name.' }),
    delaySeconds: t.int({
      description: 'Seconds for which an answer waits to be read before it is mailed: 0 to 3,600.',
    }),
    content: t.field({ type: MailContent, description: 'How much of a conversation stands in a mail.' }),
    ticketUrl: t.string({
      description:
        'Address of the page on which customers find a ticket, with `{number}` or `{id}`, over https unless it is ' +
        'on this machine; empty for none.',
    }),
    consoleUrl: t.string({
      description:
        'Address of the page on which operators find a ticket, with `{number}` or `{id}`, over https unless it is ' +
        'on this machine; empty for the console of this server.',
    }),
    accentColor: t.string({ description: 'Colour of buttons and links, `#rrggbb`; empty for the default.' }),
    logoUrl: t.string({ description: 'https address of a picture; empty for none.' }),
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
    changeSettings(context, 'updateMailSettings', async (tx, websiteId) => {
      const { fromName, delaySeconds, content, ticketUrl, consoleUrl, accentColor, logoUrl } = input
      await tx.website.update({
        where: { id: websiteId },
        data: {
          mailFromName: written(fromName),
          mailDelaySeconds: delaySeconds ?? undefined,
          mailContent: content ?? undefined,
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
      description: 'The website as it is now.',
      resolve: (query, { websiteId }) =>
        readBack(db.website.findUnique({ ...query, where: { id: websiteId } })),
    }),
  }),
})

/** For a column: undefined leaves it as it is, null clears it. */
function written(text: string | null | undefined): string | null | undefined {
  return text === '' ? null : (text ?? undefined)
}
