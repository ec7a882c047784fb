import type { PrismaClient } from '../../prisma/generated/client/client.ts'
import { log } from '../log/log.ts'
import { statementLimits } from './postgres.ts'

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
