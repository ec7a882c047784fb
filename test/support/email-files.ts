import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'

let lastEmail = 0

/** Writes an email to the folder of a server without SMTP_URL; returns its file name. */
export async function writeEmail(dataDir: string, email: SendMailOptions): Promise<string> {
  const date = new Date(Date.UTC(2026, 0, 1, 0, 0, ++lastEmail))
  const writer = createTransport({ streamTransport: true, buffer: true })
  const { message } = await writer.sendMail({ from: 'tickets@localhost', date, ...email })
  const id = `0193a2b0-0000-7000-8000-${String(lastEmail).padStart(12, '0')}`
  const name = `${date.toISOString().replaceAll(':', '-')}-${id}.eml`
  const folder = join(dataDir, 'mail')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), message as Buffer)
  return name
}
