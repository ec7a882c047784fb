import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { encodeGlobalID } from '../global-id.ts'
import { Ticket } from '../tickets/ticket.ts'
import { attachmentsOf, MailAttachment } from './attachment.ts'

const most = 50

const QuarantinedMail = builder.prismaObject('InboundMail', {
  name: 'QuarantinedMail',
  description:
    'A mail to a ticket’s reply address that became no message, as it may not be from whom it says.',
  select: { id: true, receivedAt: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: ({ id }) => encodeGlobalID('QuarantinedMail', id) }),
    from: t.exposeString('from', { description: 'Who it says it is from. Not verified.', nullable: true }),
    subject: t.exposeString('subject', { description: 'Its subject line.', nullable: true }),
    text: t.exposeString('text', { description: 'What it says, as plain text.', nullable: true }),
    reason: t.string({
      description: 'Why it became no message, in English.',
      select: { reason: true },
      resolve: ({ reason }) => reason ?? '',
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it came.' }),
    attachments: t.field({
      type: [MailAttachment],
      description: 'What came with it.',
      select: { attachments: true },
      resolve: attachmentsOf,
    }),
  }),
})

const isCustomer = ({ viewer }: Context) => viewer?.kind === 'customer'

builder.prismaObjectField(Ticket, 'quarantinedMails', (t) =>
  t.field({
    type: [QuarantinedMail],
    description: `Mails to the ticket that became no message, newest first, ${most} at most; null for customers.`,
    nullable: true,
    complexity: { field: 1, multiplier: 10 },
    select: (_args, _context, selection) => ({
      mailThreads: {
        select: {
          inbound: selection(
            {
              where: { state: 'QUARANTINED' },
              orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
              take: most,
            },
            [],
          ),
        },
      },
    }),
    resolve: ({ mailThreads }, _args, context) => {
      if (isCustomer(context)) return null
      return mailThreads
        .flatMap(({ inbound }) => inbound)
        .sort((one, other) => other.receivedAt.getTime() - one.receivedAt.getTime())
        .slice(0, most)
    },
  }),
)
