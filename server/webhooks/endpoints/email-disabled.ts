import { db } from '../../database/db.ts'
import { renderEmail } from '../../emails/render.ts'
import type { Outcome } from '../../jobs/jobs.ts'
import type { Jobs } from '../../jobs/queues.ts'
import { log } from '../../log/log.ts'
import { isFinal } from '../../notifications/sending/smtp-answer.ts'
import { deliver } from '../../notifications/sending/transport.ts'
import { fromAddress, messageIdOf } from '../../notifications/writing/headers.ts'
import type { Reason } from './disable.ts'

/** Milliseconds for which delivery of the email is attempted, and seconds between two attempts. */
const retryWindow = 4 * 24 * 60 * 60_000
const retryDelay = 10 * 60

/** Tells an administrator that an endpoint was disabled, unless somebody has enabled or deleted it since. */
export async function emailDisabled(
  { endpointId, operatorId }: Jobs['webhook-disabled'],
  origin: string,
): Promise<Outcome> {
  const endpoint = await db.webhookEndpoint.findUnique({
    where: { id: endpointId },
    include: { website: { omit: { headHtml: true } } },
  })
  const operator = await db.operator.findUnique({ where: { id: operatorId } })
  if (!endpoint?.disabledAt || !operator?.active) return 'done'
  const { website, url, disabledAt, disabledReason } = endpoint
  const data = {
    brand: website,
    host: new URL(url).host,
    reason: disabledReason as Reason,
    url: `${origin}/console/${website.id}/settings/webhooks`,
  }
  const emailId = `${endpointId}.${operatorId}.${disabledAt.getTime()}`
  try {
    await deliver(
      {
        ...(await renderEmail('WEBHOOK_DISABLED', data, operator.locale ?? website.locale)),
        messageId: messageIdOf(emailId),
        from: fromAddress(website),
        to: { name: '', address: operator.email },
        date: disabledAt,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          'X-Ticket-Center': emailId,
        },
      },
      emailId,
    )
  } catch (error) {
    log.warn({ endpointId, operatorId, err: error }, 'email about a webhook not accepted')
    const late = Date.now() - disabledAt.getTime() > retryWindow
    return late || isFinal(error) ? 'done' : { again: retryDelay }
  }
  return 'done'
}
