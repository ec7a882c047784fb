import { mkdirSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SendMailOptions } from 'nodemailer'
import { config, configured } from '../../config/config.ts'
import { openDataDir } from '../../data-dir/data-dir.ts'
import { loopbackHosts } from '../../identity/referrer.ts'
import { subjectOf } from '../writing/subject.ts'

/**
 * Milliseconds. A server that is silent this long is considered gone. A server may inspect an email before it accepts
 * it, and would get it again if we did not wait (ten minutes: RFC 5321, 4.5.3.2.6). Delivery of an email is aborted
 * after `whole` in any case.
 */
const timeouts = { connection: 30_000, answer: 600_000, whole: 660_000 }

/** Folder for emails if no SMTP server is set. */
export const emailFolder = configured(({ dataDir }) => join(dataDir, 'mail'))

const safe = { disableFileAccess: true, disableUrlAccess: true }

export interface Delivery extends SendMailOptions {
  subject: string
  to: { name: string; address: string }
  date: Date
}

interface Transport {
  /** Sends an email; rejects if it was not accepted. `id` identifies the email across attempts. */
  deliver(email: Delivery, id: string): Promise<void>
  close(): void
}

let open: Promise<Transport> | undefined

/** Sends an email to the SMTP server, or writes it to a file. Rejects if it was not accepted. */
export async function deliver(email: Delivery, id: string): Promise<void> {
  open ??= config.smtpUrl ? smtp(config.smtpUrl) : files()
  await (await open).deliver(email, id)
}

export async function closeTransport(): Promise<void> {
  const transport = await open
  transport?.close()
  open = undefined
}

async function withSubject({ headers, subject, ...email }: Delivery): Promise<SendMailOptions> {
  const written = await subjectOf(subject)
  return { ...email, ...written, headers: { ...(headers as object), ...written.headers } }
}

async function smtp(url: string): Promise<Transport> {
  const { createTransport } = await import('nodemailer')
  const { password, hostname } = new URL(url)
  const local = loopbackHosts.has(hostname) || hostname.startsWith('127.')
  const pool = createTransport({
    ...safe,
    url,
    // Do not send the password to an attacker who strips STARTTLS.
    requireTLS: password !== '' && !local,
    // Nobody stands between us and this machine's own server, whose certificate is rarely bought.
    ...(local && { tls: { rejectUnauthorized: false } }),
    pool: true,
    maxConnections: 5,
    connectionTimeout: timeouts.connection,
    greetingTimeout: timeouts.connection,
    socketTimeout: timeouts.answer,
  })
  return {
    async deliver(email) {
      await pool.sendMail({ ...(await withSubject(email)), signal: AbortSignal.timeout(timeouts.whole) })
    },
    close: () => pool.close(),
  }
}

async function files(): Promise<Transport> {
  const { createTransport } = await import('nodemailer')
  openDataDir(config.dataDir)
  mkdirSync(emailFolder(), { recursive: true, mode: 0o700 })
  const writer = createTransport({ ...safe, streamTransport: true, buffer: true })
  return {
    async deliver(email, id) {
      const { message } = await writer.sendMail(await withSubject(email))
      const path = join(emailFolder(), `${email.date.toISOString().replaceAll(':', '-')}-${id}.eml`)
      await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 })
      await rename(`${path}.part`, path)
    },
    close: () => writer.close(),
  }
}
