import { config } from '../config/config.ts'
import { loadMjml } from '../emails/document.ts'
import { work } from '../jobs/jobs.ts'
import { planEmails } from './plan.ts'
import { sendEmail } from './send.ts'
import { sendSignInLink } from './send-sign-in-link.ts'

/** Starts sending emails that are due. `origin` is where browsers reach this server, for links in emails. */
export async function startNotifications(origin: string): Promise<void> {
  // Before this process counts as ready: with the first email, everything else would stop for it.
  if (config.smtpUrl) await loadMjml()
  await work('ticket-news', planEmails)
  await work('mail', (data) => sendEmail(data, origin))
  await work('sign-in-link', (data) => sendSignInLink(data, origin))
}
