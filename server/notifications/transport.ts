import { mkdirSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { config } from '../config.ts'

/** Milliseconds. A server that says nothing for this long is taken for gone. */
const patience = 30_000

/** Folder of the mails where no SMTP server is set. */
export const mailFolder = join(config.dataDir, 'mail')

const safe = { disableFileAccess: true, disableUrlAccess: true }

export interface Delivery extends SendMailOptions {
  to: { name: string; address: string }
  date: Date
}

interface Transport {
  /** Hands a mail over; rejects when it was not taken. `id` tells its tries apart from other mails. */
  deliver(mail: Delivery, id: string): Promise<void>
  close(): void
}

let open: Transport | undefined

/** Hands a mail to the SMTP server, or writes it to a file. Rejects when it was not taken. */
export function deliver(mail: Delivery, id: string): Promise<void> {
  open ??= config.smtpUrl ? smtp(config.smtpUrl) : files()
  return open.deliver(mail, id)
}

export function closeTransport(): void {
  open?.close()
  open = undefined
}

function smtp(url: string): Transport {
  const pool = createTransport({
    ...safe,
    url,
    pool: true,
    maxConnections: 5,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  })
  return {
    async deliver(mail) {
      await pool.sendMail(mail)
    },
    close: () => pool.close(),
  }
}

function files(): Transport {
  mkdirSync(mailFolder, { recursive: true })
  const writer = createTransport({ ...safe, streamTransport: true, buffer: true })
  return {
    async deliver(mail, id) {
      const { message } = await writer.sendMail(mail)
      const path = join(mailFolder, `${mail.date.toISOString().replaceAll(':', '-')}-${id}.eml`)
      await writeFile(`${path}.part`, message as Buffer)
      await rename(`${path}.part`, path)
    },
    close: () => writer.close(),
  }
}
