import type { PrismaClient } from '../../prisma/generated/client/client.ts'
import { log } from '../log/log.ts'

const utc = /^(Etc\/)?(UTC|GMT|UCT|Universal|Zulu)$/i
/** Seconds by which a row's time may differ from that in its key, of which each server's clock gives one. */
const tolerance = 300

/**
 * Warns of times that were written while the session was in the server's own zone, not in UTC: their hours are wrong.
 * A secret's key (UUID v7) carries the time at which it was made, and none is ever made for another time.
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
