import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { ActorKind } from '../../prisma/generated/client/enums.ts'
import { member } from '../api/context.ts'
import { InvalidInput, NotDelivered } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { renderEmail } from '../emails/render.ts'
import { canonicalEmail } from '../identity/email.ts'
import { log } from '../log/log.ts'
import { answerOf } from './sending/smtp-answer.ts'
import { deliver } from './sending/transport.ts'
import { fromAddress, messageIdOf } from './writing/headers.ts'

mutation('sendTestEmail', {
  description: 'Sends a test email to an operator right away, to check delivery and appearance.',
  scope: { writeSettings: true },
  fields: (t) => ({
    to: t.string({ description: 'Address of an operator; null for the calling operator’s own.' }),
  }),
  input: z.object({ to: z.string().transform(canonicalEmail).nullish() }),
  errors: [NotDelivered],
  work: async ({ to }, context): Promise<{ to: string }> => {
    const { kind, websiteId, id } = member(context)
    const who = to == null ? { id } : { email: to }
    const operator = await db.operator.findFirst({ where: { websiteId, active: true, ...who } })
    if (!operator) {
      const message = 'Give the address of an operator'
      throw new InvalidInput([{ path: ['input', 'to'], code: 'EMAIL_NO_OPERATOR', message }])
    }
    const website = await db.website.findUniqueOrThrow({
      where: { id: websiteId },
      omit: { headHtml: true },
    })
    const email = await renderEmail('TEST', { brand: website }, operator.locale ?? website.locale)
    const emailId = newId()
    const delivery = {
      ...email,
      messageId: messageIdOf(emailId),
      from: fromAddress(website),
      to: { name: '', address: operator.email },
      date: new Date(),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Ticket-Center': emailId },
    }
    try {
      await deliver(delivery, emailId)
    } catch (error) {
      log.warn({ emailId, err: error }, 'test email not accepted')
      throw new NotDelivered(answerOf(error))
    }
    const actorKind = kind.toUpperCase() as ActorKind
    await db.auditEvent.create({
      data: { websiteId, actorKind, actorId: id, action: 'sendTestEmail', details: { to: operator.email } },
    })
    return { to: operator.email }
  },
  payload: (t) => ({
    to: t.exposeString('to', { description: 'Address the email was sent to.' }),
  }),
})
