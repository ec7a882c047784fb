import type { Prisma } from '../../prisma/generated/client/client.ts'
import { config } from '../config.ts'
import type { Transaction } from '../db.ts'
import type { Addressee, TicketWithThreads } from './readers.ts'

const hour = 60 * 60_000
const day = 24 * hour

/** Mails an hour to one address of a website. Operators work with them. */
const hourlyFor = { CUSTOMER: 20, PARTICIPANT: 20, OPERATOR: 200 }
/** Invitations a day, from one customer, to people who have not asked for them. */
const dailyInvitations = 20

/** When the next mail may go to the addressee: at once (a time gone by), or as soon as no cap is gone past. */
export async function freeAt(
  tx: Transaction,
  { websiteId, customerId }: TicketWithThreads,
  { role, email, trusted }: Addressee,
): Promise<Date> {
  const times = [
    await endOfCap(tx, { websiteId }, config.mailHourlyLimit, hour),
    await endOfCap(tx, { websiteId, thread: { email } }, hourlyFor[role], hour),
  ]
  if (!trusted) {
    const invitations: Prisma.MailWhereInput = { kind: 'INVITED', thread: { ticket: { customerId } } }
    times.push(await endOfCap(tx, { websiteId, ...invitations }, dailyInvitations, day))
  }
  return new Date(Math.max(...times))
}

/** Milliseconds since 1970 when fewer than `limit` of these mails lie within the last `period`. */
async function endOfCap(
  tx: Transaction,
  mails: Prisma.MailWhereInput,
  limit: number,
  period: number,
): Promise<number> {
  const [full] = await tx.mail.findMany({
    where: { ...mails, createdAt: { gt: new Date(Date.now() - period) } },
    orderBy: { createdAt: 'desc' },
    skip: limit - 1,
    take: 1,
    select: { createdAt: true },
  })
  return full ? full.createdAt.getTime() + period : 0
}
