import { canonicalEmail } from '../access/email.ts'
import { db, type Transaction } from '../db.ts'

interface Profile {
  email: string
  nickname?: string
  locale?: string
  /** Whether they come themselves, rather than being named by the team. */
  seen?: boolean
  /** Scheme, host and port of the page that embeds their frame. */
  lastPage?: string
}

/** The website's customer with this address, made when they come for the first time; fifty at once make one. */
export async function findOrCreateCustomer(websiteId: string, profile: Profile, tx: Transaction = db) {
  const email = canonicalEmail(profile.email)
  const where = { websiteId_email: { websiteId, email } }
  const found = await tx.customer.findUnique({ where })
  if (found && !differs(found, profile)) return found
  const { nickname, locale, seen, lastPage } = profile
  const firstSeenAt = found?.firstSeenAt ?? (seen ? new Date() : null)
  if (found) return tx.customer.update({ where, data: { nickname, locale, firstSeenAt, lastPage } })
  const data = [{ websiteId, email, nickname, locale, firstSeenAt, lastPage }]
  await tx.customer.createMany({ data, skipDuplicates: true })
  return tx.customer.findUniqueOrThrow({ where })
}

type Kept = Awaited<ReturnType<typeof db.customer.findUniqueOrThrow>>

function differs(kept: Kept, { seen, ...profile }: Profile): boolean {
  const told = (['nickname', 'locale', 'lastPage'] as const).filter((name) => profile[name] !== undefined)
  return told.some((name) => profile[name] !== kept[name]) || (seen === true && kept.firstSeenAt === null)
}
