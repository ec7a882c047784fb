import { MailContent as Contents } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { mailDelay } from './mail-delay.ts'
import { WebsiteSettings } from './settings.ts'

export const MailContent = builder.enumType('MailContent', {
  description: 'How much of a conversation stands in a mail.',
  values: {
    FULL: { value: Contents.FULL, description: 'The whole messages.' },
    EXCERPT: { value: Contents.EXCERPT, description: 'The beginning of each message.' },
    LINK_ONLY: {
      value: Contents.LINK_ONLY,
      description: 'Nothing that anybody wrote in a message: that there is something to read, and where.',
    },
  },
})

const MailSettings = builder.prismaObject('Website', {
  variant: 'MailSettings',
  description: 'What the website’s mails are like.',
  fields: (t) => ({
    fromName: t.exposeString('mailFromName', {
      description: 'Name of the sender; null: the website’s name.',
      nullable: true,
    }),
    delaySeconds: t.int({
      description:
        'Seconds for which an answer waits to be read before it is mailed: the server’s default until another is set.',
      resolve: (website) => mailDelay(website),
    }),
    content: t.expose('mailContent', {
      type: MailContent,
      description: 'How much of a conversation stands in a mail.',
    }),
    ticketUrl: t.exposeString('ticketUrl', {
      description:
        'Address of the company’s page on which customers find a ticket, with `{number}` or `{id}` in the place of ' +
        'the ticket’s; null: mails do not link to it.',
      nullable: true,
    }),
    consoleUrl: t.exposeString('consoleUrl', {
      description:
        'Address of the page on which operators find a ticket, with `{number}` or `{id}` in the place of the ' +
        'ticket’s; null: the console of this server.',
      nullable: true,
    }),
    accentColor: t.exposeString('accentColor', {
      description: 'Colour of buttons and links, `#rrggbb`; null: a quiet default.',
      nullable: true,
    }),
    logoUrl: t.exposeString('logoUrl', {
      description: 'https address of a picture that stands above each mail; null: the website’s name does.',
      nullable: true,
    }),
  }),
})

builder.prismaObjectField(WebsiteSettings, 'mail', (t) =>
  t.variant(MailSettings, { description: 'What mails are like.' }),
)
