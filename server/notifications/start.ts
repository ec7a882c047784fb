import { config } from '../config/config.ts'
import { loadMjml } from '../emails/to-html.ts'
import { work } from '../jobs/jobs.ts'
import { planEmails } from './plan.ts'
import { sendSignInLink } from './send-sign-in-link.ts'
import { sendEmail } from './sending/send.ts'

/** Starts sending emails that are due. `origin` is where browsers reach this server, for links in emails. */
export async function startNotifications(origin: string): Promise<void> {
  // Before this process is ready: loading it with the first email would block everything else.
  if (config.smtpUrl) await loadMjml()
  await work('ticket-news', planEmails)
  await work('mail', (data) => sendEmail(data, origin))
  await work('sign-in-link', (data) => sendSignInLink(data, origin))
}
