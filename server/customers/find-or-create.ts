import { db, type Transaction } from '../database/db.ts'
import { canonicalEmail } from '../identity/email.ts'
import { wordsOf } from '../text/words.ts'
import type { KnownCustomer } from './planned-customer.ts'

interface Profile {
  /** Only for a new customer. */
  id?: string
  email: string
  nickname?: string
  locale?: string
  /** Whether they signed in; otherwise the team created them. */
  seen?: boolean
  /** Scheme, host and port of the page that embeds their frame. */
  lastPage?: string
}

/** The website's customer with this address, created on their first visit. */
export async function findOrCreateCustomer(websiteId: string, profile: Profile, tx: Transaction = db) {
  const email = canonicalEmail(profile.email)
  const found = await tx.customer.findUnique({ where: { websiteId_email: { websiteId, email } } })
  return upsertCustomer(websiteId, found, profile, tx)
}

/** Updates the customer from the profile, or creates them; of fifty concurrent calls, one creates them. */
export async function upsertCustomer(
  websiteId: string,
  found: KnownCustomer | null,
  profile: Profile,
  tx: Transaction = db,
) {
  if (found && !differs(found, profile)) return found
  const email = canonicalEmail(profile.email)
  const where = { websiteId_email: { websiteId, email } }
  const { id, nickname, locale, seen, lastPage } = profile
  const firstSeenAt = found?.firstSeenAt ?? (seen ? new Date() : null)
  const words = wordsOf(websiteId, email, nickname ?? found?.nickname)
  const data = { nickname, locale, firstSeenAt, lastPage, words }
  if (found) return tx.customer.update({ where, data })
  await tx.customer.createMany({ data: [{ id, websiteId, email, ...data }], skipDuplicates: true })
  return tx.customer.findUniqueOrThrow({ where })
}

function differs(kept: KnownCustomer, { seen, ...profile }: Profile): boolean {
  const given = (['nickname', 'locale', 'lastPage'] as const).filter((name) => profile[name] !== undefined)
  return given.some((name) => profile[name] !== kept[name]) || (seen === true && kept.firstSeenAt === null)
}
