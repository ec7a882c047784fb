import { z } from 'zod'
import { TicketStatus } from '../../prisma/generated/client/enums.ts'
import { attachmentIds } from '../attachments/attach.ts'
import { canonicalEmail } from '../identity/email.ts'
import { emailAddress } from '../identity/email-rule.ts'
import { readLocale } from '../languages/read-locale.ts'
import { subject } from '../messages/rules.ts'
import { maxParticipants } from '../participants/invite.ts'
import { nicknameIn } from '../sessions/nickname.ts'
import { lineRule } from '../text/rules.ts'

const maxHtmlLength = 200_000
const maxMessages = 1_000

const past = z
  .date()
  .refine((date) => date.getTime() <= Date.now(), 'This time is in the future')
  .refine((date) => date.getTime() >= 0, 'This is before 1970')
const name = z.string().transform(nicknameIn).nullish()
const externalId = z
  .string()
  .min(1, 'An external id cannot be empty')
  .max(200, 'An external id can have at most 200 characters')

/** A ticket is imported even if this address is invalid. */
const claimedAddress = z.string().transform(canonicalEmail)

const message = z.object({
  externalId: externalId.nullish(),
  body: z.string().max(maxHtmlLength, 'HTML can have at most 200,000 characters'),
  bodyFormat: z.enum(['TEXT', 'HTML']).nullish(),
  author: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('CUSTOMER'), email: emailAddress.nullish(), name }),
    z.object({ kind: z.enum(['OPERATOR', 'OTHER']), email: claimedAddress.nullish(), name }),
  ]),
  createdAt: past,
  attachmentIds,
})

export type ImportedMessage = z.output<typeof message>

/** Rule for one ticket of `importTickets`. Their texts are read later, by `readBody`. */
export const importedTicket = z
  .object({
    externalId,
    subject,
    status: z.enum(TicketStatus),
    categoryName: lineRule({
      max: 100,
      needed: 'A category name cannot be blank',
      tooLong: 'The name of a category can have at most 100 characters',
    }).nullish(),
    customer: z.object({
      email: emailAddress,
      nickname: name,
      locale: z.string().transform(readLocale).nullish(),
    }),
    assigneeEmail: claimedAddress.nullish(),
    participants: z
      .array(claimedAddress)
      .max(maxParticipants, `A ticket can have at most ${maxParticipants} participants`)
      .nullish(),
    createdAt: past,
    solvedAt: past.nullish(),
    messages: z
      .array(message)
      .min(1, 'A ticket needs at least one message')
      .max(maxMessages, 'A ticket can be imported with at most 1,000 messages'),
  })
  .refine(({ status, solvedAt }) => !solvedAt || status === 'SOLVED', {
    path: ['solvedAt'],
    message: '`solvedAt` is only allowed with the status SOLVED',
  })

export type ImportedTicket = z.output<typeof importedTicket>
