import { config } from '../config/config.ts'
import { work } from '../jobs/jobs.ts'
import type { SmtpListener } from './receiving/smtp.ts'

let listener: SmtpListener | undefined

/** Starts processing inbound emails and, if there is a domain for reply addresses, accepting them over SMTP. */
export async function startInbound(): Promise<void> {
  const { processEmail } = await import('./process.ts')
  await work('inbound-mail', processEmail)
  const { startStoringFiles } = await import('./store-files.ts')
  await startStoringFiles()
  if (!config.inboundDomain) return
  const { listenForEmail } = await import('./receiving/smtp.ts')
  listener = await listenForEmail(config.inboundSmtpPort, config.host)
}

/** Port on which emails are accepted over SMTP; undefined if they are not. */
export const inboundPort = () => listener?.port

/** Stops accepting emails and finishes those in progress. */
export async function closeInbound(): Promise<void> {
  await listener?.close()
  listener = undefined
}
