import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../api/builder.ts'
import type { Context } from '../api/context.ts'
import { encodeGlobalID } from '../api/global-id.ts'
import { textCost } from '../api/prices.ts'
import { db } from '../database/db.ts'
import { Ticket } from '../tickets/ticket.ts'
import { attachmentsCost, attachmentsOf, EmailAttachment } from './attachment.ts'

const maxQuarantined = 50

const QuarantinedEmail = builder.prismaObject('InboundEmail', {
  name: 'QuarantinedEmail',
  description: 'An email to a ticket’s reply address that was not posted as a message; `reason` says why.',
  select: { id: true, receivedAt: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: ({ id }) => encodeGlobalID('QuarantinedEmail', id) }),
    from: t.exposeString('from', { description: 'Claimed sender. Unverified.', nullable: true }),
    subject: t.exposeString('subject', { description: 'Subject line.', nullable: true }),
    text: t.exposeString('text', {
      description:
        'Content as plain text. Beyond 200,000 characters, the middle is replaced by “[…]”; accepting the email posts ' +
        'all of it. Of an unreadable one, only the beginning is shown, and `attachments` has all of it.',
      nullable: true,
      // Longer than any message.
      complexity: 5 * textCost,
    }),
    reason: t.string({
      description: 'Why it was quarantined, in English.',
      select: { reason: true },
      resolve: ({ reason }) => reason ?? '',
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When the server received it.' }),
    attachments: t.field({
      type: [EmailAttachment],
      description: 'Attachments, including inline images.',
      complexity: attachmentsCost,
      select: { attachments: true },
      resolve: attachmentsOf,
    }),
  }),
})

const isCustomer = ({ viewer }: Context) => viewer?.kind === 'customer'

builder.prismaObjectField(Ticket, 'quarantinedEmails', (t) =>
  t.field({
    type: [QuarantinedEmail],
    description: `Quarantined emails to the ticket, newest first, at most ${maxQuarantined}; null for customers.`,
    nullable: true,
    complexity: { field: 1, multiplier: maxQuarantined },
    select: { id: true },
    resolve: ({ id }, _args, context, info) =>
      isCustomer(context)
        ? null
        : db.inboundEmail.findMany({
            ...queryFromInfo({ context, info }),
            where: { state: 'QUARANTINED', thread: { ticketId: id } },
            orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
            take: maxQuarantined,
          }),
  }),
)
