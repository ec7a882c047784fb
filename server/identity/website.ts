import type { ColorScheme, OperatorRole, SecretKind } from '../../prisma/generated/client/enums.ts'
import { planned } from '../database/planned.ts'
import { RecentReads } from '../database/recent-reads.ts'
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
  /** Ids of console sessions that were signed out before they expired, and of customers who were erased. */
  endedSessions: Set<string>
}

const reads = new RecentReads<WebsiteAccess>(read)

/** The website's access rules, at most two seconds old; null when there is no such website. */
export function websiteAccess(uuid: string): Promise<WebsiteAccess | null> {
  return isUuid(uuid) ? reads.get(uuid.toLowerCase()) : Promise.resolve(null)
}

/** Lets this process see its own change at once. */
export function forgetWebsiteAccess(id: string): void {
  reads.forget(id)
}

interface Row
  extends Pick<WebsiteAccess, 'name' | 'locale' | 'headHtml' | 'colorScheme' | 'participantsEnabled'> {
  domains: string[] | null
  secrets: { id: string; kind: SecretKind; sealed: string; bound: boolean; retiresAt: string | null }[] | null
  operators: { id: string; email: string; role: OperatorRole }[] | null
  endedSessions: string[] | null
}

/** As one text, which shows whether anything has changed, and changes when a secret retires. */
const rowTexts = planned<[ids: string[]], { id: string; text: string }>(`
  SELECT "id", json_build_object('name', "name", 'locale', "locale", 'headHtml', "headHtml", 'colorScheme', "colorScheme",
    'participantsEnabled', "participantsEnabled",
    'domains', (SELECT json_agg("domain" ORDER BY "id") FROM "AllowedDomain" WHERE "websiteId" = w."id"),
    'secrets', (SELECT json_agg(json_build_object('id', "id", 'kind', "kind", 'sealed', encode("sealed", 'base64'),
        'bound', "bound", 'retiresAt', "retiresAt", 'retired', "retiresAt" <= now()) ORDER BY "id")
      FROM "SigningSecret" WHERE "websiteId" = w."id"),
    'operators', (SELECT json_agg(json_build_object('id', "id", 'email', "email", 'role', "role") ORDER BY "id")
      FROM "Operator" WHERE "websiteId" = w."id" AND "active"),
    'endedSessions', (SELECT json_agg("id" ORDER BY "id") FROM "EndedSession"
      WHERE "websiteId" = w."id" AND "expiresAt" > now())
  )::text AS "text" FROM "Website" w WHERE "id" = ANY($1)`)

const latest = new Map<string, { text: string; access: WebsiteAccess }>()

async function read(ids: string[]): Promise<Map<string, Promise<WebsiteAccess>>> {
  const rows = await rowTexts(ids)
  return new Map(rows.map(({ id, text }) => [id, accessFor(id, text)]))
}

/** The same object as long as nothing changes. A secret that cannot be read fails only for its own website. */
async function accessFor(id: string, text: string): Promise<WebsiteAccess> {
  const known = latest.get(id)
  if (known?.text === text) return known.access
  const access = accessIn(id, JSON.parse(text))
  if (latest.size > 10_000) latest.clear()
  latest.set(id, { text, access })
  return access
}

function accessIn(
  websiteId: string,
  { domains, secrets, operators, endedSessions, ...row }: Row,
): WebsiteAccess {
  return {
    ...row,
    id: websiteId,
    domains: domains ?? [],
    secrets: (secrets ?? []).map(({ id, kind, sealed, bound, retiresAt }) => ({
      id,
      kind,
      retiresAt: retiresAt === null ? null : new Date(retiresAt),
      value: unseal({ websiteId, kind, bound, sealed: Buffer.from(sealed, 'base64') }),
    })),
    operators: new Map((operators ?? []).map(({ id, email, role }) => [id, { email, role }])),
    endedSessions: new Set(endedSessions),
  }
}

/** The website's secrets of one kind that are not retired yet. */
export function liveSecrets(website: WebsiteAccess, kind: SecretKind) {
  return website.secrets.filter(
    (secret) => secret.kind === kind && (!secret.retiresAt || secret.retiresAt > new Date()),
  )
}
