import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { localId } from '../api/global-id.ts'
import { configured } from '../config/config.ts'
import { db } from '../database/db.ts'
import { sign } from '../identity/hmac.ts'
import { liveSecrets, websiteAccess } from '../identity/website.ts'
import { createWebsite } from '../websites/create.ts'
import { DEMO_COMPANY, DEMO_OPERATORS } from './seed/demo.ts'
import { seedDemo } from './seed.ts'

/** The demo's website has this id on every machine. */
export const demoWebsiteId = '0193a2b0-7c1e-7d3a-9f00-64656d6f0001'

const keyPath = configured(({ dataDir }) => join(dataDir, 'demo.key'))

/** Creates the demo website, with tickets like a real company's, if it does not exist. */
export async function ensureDemo(): Promise<void> {
  if (await db.website.findUnique({ where: { id: demoWebsiteId } })) return
  const { apiKey } = await createWebsite({
    websiteId: demoWebsiteId,
    name: DEMO_COMPANY.name,
    allowedDomains: ['localhost', '127.0.0.1'],
    operators: DEMO_OPERATORS.map(({ name, email, role }) => ({ name, email, role })),
  })
  writeFileSync(keyPath(), apiKey, { mode: 0o600 })
  await seedDemo(db, { id: demoWebsiteId })
}

/**
 * Points links in the demo's emails to this server, wherever it listens this time; links that somebody chose stay.
 * `origin` is where browsers reach it.
 */
export async function linkDemo(origin: string): Promise<void> {
  const where = { id: demoWebsiteId }
  const website = await db.website.findUnique({ where })
  if (!website) return
  const ticketUrl = ownLink(website.ticketUrl, `${origin}/?ticket={number}`)
  const consoleUrl = ownLink(website.consoleUrl, `${origin}/demo/console?ticket={number}`)
  await db.website.update({ where, data: { ticketUrl, consoleUrl } })
}

/** `own`, unless `kept` is something other than an earlier start's link. */
function ownLink(kept: string | null, own: string): string {
  const path = (link: string) => link.replace(/^https?:\/\/[^/]+/, '')
  return kept === null || path(kept) === path(own) ? own : kept
}

/** The demo's API key, for GraphiQL; undefined if it does not exist. */
export function demoKey(): string | undefined {
  try {
    return readFileSync(keyPath(), 'utf8')
  } catch {
    return undefined
  }
}

async function secretOf(kind: 'CUSTOMER' | 'OPERATOR'): Promise<string> {
  const website = await websiteAccess(demoWebsiteId)
  const secret = website && liveSecrets(website, kind)[0]
  if (!secret) throw new Error('The demo website has no live secret')
  return secret.value
}

/** Address of a ticket's customer, by the ticket's number or global id; undefined if the demo has no such ticket. */
export async function demoTicketOwner(ticket: string): Promise<string | undefined> {
  const id = localId('Ticket', ticket)
  if (!id && !/^\d{1,9}$/.test(ticket)) return undefined
  const found = await db.ticket.findFirst({
    where: { websiteId: demoWebsiteId, ...(id ? { id } : { number: Number(ticket) }) },
    select: { customer: { select: { email: true } } },
  })
  return found?.customer.email
}

/** Address of the iframe for a demo customer, as a company's own server would generate it. */
export async function demoIframeUrl(
  origin: string,
  email: string,
  nickname: string,
  ticket?: string,
): Promise<string> {
  const query = new URLSearchParams({ email, hmac: sign(email, await secretOf('CUSTOMER')), nickname })
  if (ticket) query.set('ticket', ticket)
  return `${origin}/tickets/${demoWebsiteId}?${query}`
}

/** A link that signs the demo's administrator in to the console and opens a ticket there, valid for ten minutes. */
export async function demoConsoleUrl(origin: string, ticket?: string): Promise<string> {
  const email = DEMO_OPERATORS[0].email
  const expires = String(Math.floor(Date.now() / 1_000) + 600)
  const query = new URLSearchParams({
    email,
    expires,
    hmac: sign(`${email}:${expires}`, await secretOf('OPERATOR')),
  })
  if (ticket) query.set('ticket', ticket)
  return `${origin}/console/${demoWebsiteId}?${query}`
}
