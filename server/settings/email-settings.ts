import { EmailContent as Contents } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { emailDelay } from './email-delay.ts'
import { WebsiteSettings } from './settings.ts'

export const EmailContent = builder.enumType('EmailContent', {
  description: 'How much of the conversation emails contain.',
  values: {
    FULL: { value: Contents.FULL, description: 'Complete messages.' },
    EXCERPT: { value: Contents.EXCERPT, description: 'The beginning of each message.' },
    LINK_ONLY: {
      value: Contents.LINK_ONLY,
      description: 'No message text, only a notice and a link.',
    },
  },
})

const EmailSettings = builder.prismaObject('Website', {
  variant: 'EmailSettings',
  description: 'Settings for the website’s emails.',
  fields: (t) => ({
    fromName: t.exposeString('emailFromName', {
      description: 'Name of the sender; null for the website’s name.',
      nullable: true,
    }),
    delaySeconds: t.int({
      description:
        'Seconds to wait for a reply to be read before emailing it. The server’s default until set.',
      resolve: (website) => emailDelay(website),
    }),
    content: t.expose('emailContent', {
      type: EmailContent,
      description: 'How much of the conversation emails contain.',
    }),
    ticketUrl: t.exposeString('ticketUrl', {
      description:
        'Address of the company’s page that shows a ticket to customers, with `{number}` or `{id}` as the ' +
        'placeholder for the ticket; null to link to the page that last embedded the customer’s frame, or else to ' +
        'an allowed domain.',
      nullable: true,
    }),
    consoleUrl: t.exposeString('consoleUrl', {
      description:
        'Address of the page that shows a ticket to operators, with `{number}` or `{id}` as the placeholder for ' +
        'the ticket; null for this server’s console.',
      nullable: true,
    }),
    accentColor: t.exposeString('accentColor', {
      description: 'Color of buttons and links, `#rrggbb`; null for the default.',
      nullable: true,
    }),
    logoUrl: t.exposeString('logoUrl', {
      description:
        '`https` address of the logo at the top of each email; null for the website’s name instead.',
      nullable: true,
    }),
  }),
})

builder.prismaObjectField(WebsiteSettings, 'email', (t) =>
  t.variant(EmailSettings, { description: 'Settings for emails.' }),
)
