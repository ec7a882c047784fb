import type { ColorScheme, OperatorRole, SecretKind } from '../../prisma/generated/client/enums.ts'
import { db } from '../database/db.ts'
import { unseal } from '../keys/keys.ts'
import { isUuid } from './uuid.ts'

/** What every request needs of a website to decide who is calling. */
export interface WebsiteAccess {
  id: string
  name: string
  locale: string
  headHtml: string
  colorScheme: ColorScheme
  participantsEnabled: boolean
  domains: string[]
  secrets: { id: string; kind: SecretKind; value: string; retiresAt: Date | null }[]
  operators: Map<string, { email: string; role: OperatorRole }>
  /** Ids of console sessions that were signed out before they expired. */
  endedSessions: Set<string>
}

/** Milliseconds for which a website's access may be out of date. */
const freshFor = 2_000

const cache = new Map<string, { readAt: number; access: Promise<WebsiteAccess | null> }>()

/** The website's access rules, at most two seconds old; null when there is no such website. */
export function websiteAccess(uuid: string): Promise<WebsiteAccess | null> {
  if (!isUuid(uuid)) return Promise.resolve(null)
  const id = uuid.toLowerCase()
  const cached = cache.get(id)
  if (cached && Date.now() - cached.readAt < freshFor) return cached.access
  const access = read(id)
  access.catch(() => cache.delete(id))
  if (cache.size > 10_000) cache.clear()
  cache.set(id, { readAt: Date.now(), access })
  return access
}

/** Clears the cache, so that this process sees its own change at once. */
export function forgetWebsiteAccess(id: string): void {
  cache.delete(id)
}

async function read(id: string): Promise<WebsiteAccess | null> {
  const website = await db.website.findUnique({
    where: { id },
    include: {
      secrets: true,
      domains: true,
      operators: { where: { active: true } },
      endedSessions: { where: { expiresAt: { gt: new Date() } } },
    },
  })
  if (!website) return null
  return {
    id,
    name: website.name,
    locale: website.locale,
    headHtml: website.headHtml,
    colorScheme: website.colorScheme,
    participantsEnabled: website.participantsEnabled,
    domains: website.domains.map(({ domain }) => domain),
    secrets: website.secrets.map((secret) => {
      const { id, kind, retiresAt } = secret
      return { id, kind, retiresAt, value: unseal(secret) }
    }),
    operators: new Map(website.operators.map(({ id, email, role }) => [id, { email, role }])),
    endedSessions: new Set(website.endedSessions.map(({ id }) => id)),
  }
}

/** The website's secrets of one kind that are not retired yet. */
export function liveSecrets(website: WebsiteAccess, kind: SecretKind) {
  return website.secrets.filter(
    (secret) => secret.kind === kind && (!secret.retiresAt || secret.retiresAt > new Date()),
  )
}
