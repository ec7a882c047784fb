import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'

let lastMail = 0

/** Puts a mail into the folder that a server without SMTP_URL keeps its mails in; gives the name of its file. */
export async function writeMail(dataDir: string, mail: SendMailOptions): Promise<string> {
  const date = new Date(Date.UTC(2026, 0, 1, 0, 0, ++lastMail))
  const writer = createTransport({ streamTransport: true, buffer: true })
  const { message } = await writer.sendMail({ from: 'tickets@localhost', date, ...mail })
  const id = `0193a2b0-0000-7000-8000-${String(lastMail).padStart(12, '0')}`
  const name = `${date.toISOString().replaceAll(':', '-')}-${id}.eml`
  const folder = join(dataDir, 'mail')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), message as Buffer)
  return name
}
