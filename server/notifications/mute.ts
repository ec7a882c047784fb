import { type Transaction, transaction } from '../database/db.ts'

/** What somebody mutes: one ticket, everything from its website or, for operators, tickets not assigned to them. */
export type Muted = 'ticket' | 'all' | 'unassigned'

/** Mutes or unmutes emails to a thread's recipient. Repeats and unknown threads change nothing. */
export async function setMuted(threadId: string, what: Muted, muted: boolean): Promise<void> {
  await transaction(async (tx) => {
    const thread = await tx.emailThread.findUnique({ where: { id: threadId } })
    if (!thread) return
    if (what === 'ticket') await muteTicket(tx, threadId, muted)
    else if (thread.role === 'OPERATOR') await muteOperator(tx, thread, muted ? what : null)
    else if (what === 'all') await muteWebsite(tx, thread, muted)
  })
}

async function muteTicket(tx: Transaction, id: string, muted: boolean): Promise<void> {
  await tx.emailThread.updateMany({
    where: { id, mutedAt: muted ? null : { not: null } },
    data: { mutedAt: muted ? new Date() : null },
  })
}

interface Reader {
  websiteId: string
  email: string
}

const choices = { all: 'NONE', unassigned: 'ASSIGNED' } as const

/** Operators can also choose in the console: the last choice applies, wherever it was made. */
async function muteOperator(
  tx: Transaction,
  { websiteId, email }: Reader,
  what: keyof typeof choices | null,
): Promise<void> {
  const notifications = what ? choices[what] : 'ALL'
  await tx.operator.updateMany({ where: { websiteId, email }, data: { notifications } })
}

async function muteWebsite(tx: Transaction, { websiteId, email }: Reader, muted: boolean): Promise<void> {
  const data = { websiteId, email }
  if (muted) await tx.emailMute.createMany({ data: [data], skipDuplicates: true })
  else await tx.emailMute.deleteMany({ where: data })
}
