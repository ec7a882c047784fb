import type { Prisma } from '../../../prisma/generated/client/client.ts'
import type { EmailKind } from '../../../prisma/generated/client/enums.ts'
import { config } from '../../config/config.ts'
import type { Transaction } from '../../database/db.ts'
import type { Addressee, TicketWithThreads } from '../writing/readers.ts'

const hour = 60 * 60_000
const day = 24 * hour

/** By kind of email: looking up each email's thread would read all threads there are. */
const kindsForTeam = ['TEAM_OPENED', 'TEAM_REPLIED'] satisfies EmailKind[]

/**
 * Emails per hour to one address of a website in each role: strangers who name it as a participant do not use up its
 * customer emails. Operators get a higher cap.
 */
const hourlyFor = { CUSTOMER: 20, PARTICIPANT: 20, OPERATOR: 200 }
/** Invitations per day to one customer’s tickets: of people who have not asked for them, and of all. */
const dailyInvitations = { strangers: 20, all: 50 }

/**
 * Locks the addressees' caps: planned at the same time, emails about other customers' tickets would not be counted. The
 * website's own cap may be exceeded by what is planned at a time.
 */
export async function lockCaps(
  tx: Transaction,
  websiteId: string,
  addressees: Pick<Addressee, 'email'>[],
): Promise<void> {
  if (addressees.length === 0) return
  const names = addressees.map(({ email }) => `caps ${websiteId} ${email}`).sort()
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended("name", 0)) FROM unnest(${names}::text[]) AS "names" ("name")`
}

/** When the next email may go to the addressee: now (a time in the past), or once no cap is exceeded. */
export async function freeAt(
  tx: Transaction,
  { websiteId, customerId }: TicketWithThreads,
  { role, email, trusted }: Addressee,
  kind: EmailKind,
): Promise<Date> {
  const times = [await endOfCap(tx, { websiteId, thread: { role, email } }, hourlyFor[role], hour)]
  if (role !== 'OPERATOR') {
    // Operators get the most emails and would use up the limit for customers.
    const outward = { websiteId, kind: { notIn: kindsForTeam } }
    times.push(await endOfCap(tx, outward, config.emailHourlyLimit, hour))
  }
  if (kind === 'INVITED') {
    const invitations = { websiteId, kind, thread: { ticket: { customerId } } }
    const limit = trusted ? dailyInvitations.all : dailyInvitations.strangers
    times.push(await endOfCap(tx, invitations, limit, day))
  }
  return new Date(Math.max(...times))
}

/** Time in milliseconds when fewer than `limit` of these emails fall within the last `period`. */
async function endOfCap(
  tx: Transaction,
  emails: Prisma.EmailWhereInput,
  limit: number,
  period: number,
): Promise<number> {
  const [full] = await tx.email.findMany({
    where: { ...emails, createdAt: { gt: new Date(Date.now() - period) } },
    orderBy: { createdAt: 'desc' },
    skip: limit - 1,
    take: 1,
    select: { createdAt: true },
  })
  return full ? full.createdAt.getTime() + period : 0
}
