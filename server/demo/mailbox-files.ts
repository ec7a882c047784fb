import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AddressObject, ParsedMail } from 'mailparser'
import type { EmailRole } from '../../prisma/generated/client/enums.ts'
import { db } from '../database/db.ts'
import { isUuid } from '../identity/uuid.ts'
import { emailFolder } from '../notifications/sending/transport.ts'

/** An email in the mailbox's list. */
export interface EmailEntry {
  name: string
  to: string
  subject: string
  date: Date
  /** The recipient's role in the ticket; null for an email unknown to the database, such as a test. */
  role: EmailRole | null
}

/** Maximum length of the list: the newest emails. */
const maxListed = 100

const shape = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z-([0-9a-f-]{36})\.eml$/

/** The emails written as files, newest first. */
export async function listEmails(): Promise<EmailEntry[]> {
  const files = await readdir(emailFolder()).catch(absent)
  const names = (files ?? [])
    .filter((name) => shape.test(name))
    .sort()
    .reverse()
    .slice(0, maxListed)
  const roles = await rolesOf(names.map(idOf).filter(isUuid))
  const entries = await Promise.all(
    names.map(async (name) => {
      const raw = await readEmail(name)
      if (!raw) return []
      const email = await parseEmail(headOf(raw))
      return [{ name, ...summaryOf(email), role: roles.get(idOf(name)) ?? null }]
    }),
  )
  return entries.flat()
}

/** The source of the email in a file; null if there is no such file. */
export async function readEmail(name: string): Promise<Buffer | null> {
  if (!shape.test(name)) return null
  return (await readFile(join(emailFolder(), name)).catch(absent)) ?? null
}

export async function parseEmail(raw: Buffer | string): Promise<ParsedMail> {
  const { simpleParser } = await import('mailparser')
  return simpleParser(raw)
}

export function summaryOf(email: ParsedMail) {
  return { to: addresses(email.to), subject: email.subject ?? '', date: email.date ?? new Date(0) }
}

/** Names and addresses as people read them. */
export function addresses(header: AddressObject | AddressObject[] | undefined): string {
  return [header ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ')
}

function idOf(name: string): string {
  return shape.exec(name)?.[1] ?? ''
}

async function rolesOf(ids: string[]): Promise<Map<string, EmailRole>> {
  const emails = await db.email.findMany({
    where: { id: { in: ids } },
    select: { id: true, thread: { select: { role: true } } },
  })
  return new Map(emails.map(({ id, thread }) => [id, thread.role]))
}

/** Only the header: the list shows no bodies. */
function headOf(raw: Buffer): Buffer {
  const end = raw.indexOf('\r\n\r\n')
  return end === -1 ? raw : raw.subarray(0, end + 4)
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
