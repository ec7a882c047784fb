import { config } from '../config/config.ts'
import { work } from '../jobs/jobs.ts'
import { listenForMail, type SmtpListener } from './receiving/smtp.ts'
import { settleMail } from './settle.ts'

let listener: SmtpListener | undefined

/** Begins to work on mails that came in and, where there is a domain for reply addresses, to take them by SMTP. */
export async function startInbound(): Promise<void> {
  await work('inbound-mail', settleMail)
  if (config.inboundDomain) listener = await listenForMail(config.inboundSmtpPort, config.host)
}

/** Where mails are taken by SMTP; undefined where they are not. */
export const inboundPort = () => listener?.port

/** Takes no further mails, and lets those finish that are on their way. */
export async function closeInbound(): Promise<void> {
  await listener?.close()
  listener = undefined
}
