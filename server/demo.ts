import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEMO_COMPANY, DEMO_OPERATORS } from '../prisma/seed/demo.ts'
import { seedDemo } from '../prisma/seed.ts'
import { sign } from './access/hmac.ts'
import { liveSecrets, websiteAccess } from './access/website.ts'
import { config } from './config.ts'
import { db } from './db.ts'
import { createWebsite } from './websites/create.ts'

/** The demo's website has this id on every machine. */
export const demoWebsiteId = '0193a2b0-7c1e-7d3a-9f00-64656d6f0001'

const keyPath = join(config.dataDir, 'demo.key')

/** Makes the demo website, with tickets as a real company's, unless it is there. */
export async function ensureDemo(): Promise<void> {
  if (await db.website.findUnique({ where: { id: demoWebsiteId } })) return
  const { apiKey } = await createWebsite({
    websiteId: demoWebsiteId,
    name: DEMO_COMPANY.name,
    allowedDomains: ['localhost', '127.0.0.1'],
    operators: DEMO_OPERATORS.map(({ name, email, role }) => ({ name, email, role })),
  })
  writeFileSync(keyPath, apiKey, { mode: 0o600 })
  await seedDemo(db, { id: demoWebsiteId })
}

/** Text of the demo's API key, for GraphiQL; undefined when it is not there. */
export function demoKey(): string | undefined {
  try {
    return readFileSync(keyPath, 'utf8')
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

/** Address of the iframe for a demo customer: what a company's own server would write into its page. */
export async function demoIframeUrl(origin: string, email: string, nickname: string): Promise<string> {
  const query = new URLSearchParams({ email, hmac: sign(email, await secretOf('CUSTOMER')), nickname })
  return `${origin}/tickets/${demoWebsiteId}?${query}`
}

/** A link that signs the demo's administrator in to the console, good for ten minutes. */
export async function demoConsoleUrl(origin: string): Promise<string> {
  const email = DEMO_OPERATORS[0].email
  const expires = String(Math.floor(Date.now() / 1_000) + 600)
  const query = new URLSearchParams({
    email,
    expires,
    hmac: sign(`${email}:${expires}`, await secretOf('OPERATOR')),
  })
  return `${origin}/console/${demoWebsiteId}?${query}`
}
