import { canonicalEmail } from '../access/email.ts'
import { db, type Transaction } from '../db.ts'

interface Profile {
  email: string
  nickname?: string
  locale?: string
}

/** The website's customer with this address, made when they come for the first time; fifty at once make one. */
export async function findOrCreateCustomer(websiteId: string, profile: Profile, tx: Transaction = db) {
  const email = canonicalEmail(profile.email)
  const where = { websiteId_email: { websiteId, email } }
  const found = await tx.customer.findUnique({ where })
  if (found && !differs(found, profile)) return found
  const { nickname, locale } = profile
  if (found) return tx.customer.update({ where, data: { nickname, locale } })
  await tx.customer.createMany({ data: [{ websiteId, email, nickname, locale }], skipDuplicates: true })
  return tx.customer.findUniqueOrThrow({ where })
}

function differs(
  kept: { nickname: string | null; locale: string | null },
  { nickname, locale }: Profile,
): boolean {
  return (
    (nickname !== undefined && nickname !== kept.nickname) || (locale !== undefined && locale !== kept.locale)
  )
}
