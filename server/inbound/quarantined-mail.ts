import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../api/builder.ts'
import type { Context } from '../api/context.ts'
import { encodeGlobalID } from '../api/global-id.ts'
import { textCost } from '../cost/prices.ts'
import { db } from '../database/db.ts'
import { Ticket } from '../tickets/ticket.ts'
import { attachmentsCost, attachmentsOf, MailAttachment } from './attachment.ts'

const most = 50

const QuarantinedMail = builder.prismaObject('InboundMail', {
  name: 'QuarantinedMail',
  description: 'A mail to a ticket’s reply address that became no message: `reason` says why.',
  select: { id: true, receivedAt: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: ({ id }) => encodeGlobalID('QuarantinedMail', id) }),
    from: t.exposeString('from', { description: 'Who it says it is from. Not verified.', nullable: true }),
    subject: t.exposeString('subject', { description: 'Its subject line.', nullable: true }),
    text: t.exposeString('text', {
      description: 'What it says, as plain text; beyond 200,000 characters without its middle, marked “[…]”.',
      nullable: true,
      // Longer than any message.
      complexity: 5 * textCost,
    }),
    reason: t.string({
      description: 'Why it became no message, in English.',
      select: { reason: true },
      resolve: ({ reason }) => reason ?? '',
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it came.' }),
    attachments: t.field({
      type: [MailAttachment],
      description: 'What came with it.',
      complexity: attachmentsCost,
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
    complexity: { field: 1, multiplier: most },
    select: { id: true },
    resolve: ({ id }, _args, context, info) =>
      isCustomer(context)
        ? null
        : db.inboundMail.findMany({
            ...queryFromInfo({ context, info }),
            where: { state: 'QUARANTINED', thread: { ticketId: id } },
            orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
            take: most,
          }),
  }),
)
