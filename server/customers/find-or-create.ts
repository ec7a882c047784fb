import { canonicalEmail } from '../access/email.ts'
import { db, type Transaction } from '../db.ts'

interface Profile {
  email: string
  nickname?: string
  locale?: string
  /** Whether they come themselves, rather than being named by the team. */
  seen?: boolean
}

/** The website's customer with this address, made when they come for the first time; fifty at once make one. */
export async function findOrCreateCustomer(websiteId: string, profile: Profile, tx: Transaction = db) {
  const email = canonicalEmail(profile.email)
  const where = { websiteId_email: { websiteId, email } }
  const found = await tx.customer.findUnique({ where })
  if (found && !differs(found, profile)) return found
  const { nickname, locale, seen } = profile
  const firstSeenAt = found?.firstSeenAt ?? (seen ? new Date() : null)
  if (found) return tx.customer.update({ where, data: { nickname, locale, firstSeenAt } })
  const data = [{ websiteId, email, nickname, locale, firstSeenAt }]
  await tx.customer.createMany({ data, skipDuplicates: true })
  return tx.customer.findUniqueOrThrow({ where })
}

function differs(
  kept: { nickname: string | null; locale: string | null; firstSeenAt: Date | null },
  { nickname, locale, seen }: Profile,
): boolean {
  return (
    (nickname !== undefined && nickname !== kept.nickname) ||
    (locale !== undefined && locale !== kept.locale) ||
    (seen === true && kept.firstSeenAt === null)
  )
}
