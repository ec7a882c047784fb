import type { PrismaClient } from '../../prisma/generated/client/client.ts'
import { log } from '../log/log.ts'
import { statementLimits } from './postgres.ts'

const utc = /^(Etc\/)?(UTC|GMT|UCT|Universal|Zulu)$/i
/** Maximum seconds between a row's time and the time in its key, which come from different clocks. */
const tolerance = 300

/**
 * Warns of times written while the session was in the server's zone instead of UTC: their hours are wrong. A secret's
 * key (UUID v7) contains the time of its creation, so it shows the difference.
 */
export async function checkTimeZone(db: PrismaClient): Promise<void> {
  const [found] = await db.$queryRaw<{ zone: string; shifted: number }[]>`
    SELECT
      (SELECT reset_val FROM pg_settings WHERE name = 'TimeZone') AS zone,
      (SELECT count(*)::int FROM "SigningSecret"
        WHERE substr("id"::text, 15, 1) = '7' AND ${tolerance} < abs(
          extract(epoch FROM "createdAt") - ('x' || translate(left("id"::text, 13), '-', ''))::bit(48)::bigint / 1000
        )) AS shifted`
  if (!found) return
  const { zone, shifted } = found
  if (shifted > 0) {
    log.warn(
      { zone, secrets: shifted },
      'times in this database are off by hours: an earlier version wrote them in its time zone',
    )
  } else if (!utc.test(zone)) {
    log.warn(
      { zone },
      'the time zone of this database is not UTC: an earlier version wrote times here that are off by hours',
    )
  }
}

/** Warns of limits that the role does not set: through a pooler, single reads have no others. */
export async function checkRoleLimits(db: PrismaClient): Promise<void> {
  const missing = await unlimited(db)
  if (missing.length === 0) return
  log.warn(
    { missing },
    'the role in DATABASE_URL sets no such limits, so a read may wait for a lock forever: ALTER ROLE … SET them',
  )
}

export async function unlimited(db: PrismaClient): Promise<string[]> {
  const limits = await db.$queryRaw<{ name: string; setting: string }[]>`
    SELECT "name", "setting" FROM pg_settings WHERE "name" = ANY(${Object.keys(statementLimits)}) ORDER BY "name"`
  return limits.filter(({ setting }) => setting === '0').map(({ name }) => name)
}
