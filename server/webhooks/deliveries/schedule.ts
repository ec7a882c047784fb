import { Prisma, type WebhookEndpoint } from '../../../prisma/generated/client/client.ts'
import type { Transaction } from '../../database/db.ts'
import { enqueue } from '../../jobs/jobs.ts'

/** Milliseconds after which a job that has not ended its turn is considered lost: it runs for less. */
const lostAfter = 10 * 60_000

/** Locks endpoints until the transaction ends, before anything plans, schedules or disables. */
export async function lockEndpoints(tx: Transaction, which: Prisma.Sql): Promise<WebhookEndpoint[]> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "WebhookEndpoint" WHERE ${which} ORDER BY "id" FOR UPDATE`
  return tx.webhookEndpoint.findMany({
    where: { id: { in: locked.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  })
}

/** The same for one; null if it has been deleted. */
export async function lockEndpoint(tx: Transaction, id: string): Promise<WebhookEndpoint | null> {
  const [endpoint] = await lockEndpoints(tx, Prisma.sql`"id" = ${id}::uuid`)
  return endpoint ?? null
}

type Turn = Pick<WebhookEndpoint, 'id' | 'turn' | 'wakesAt'>

/** Schedules a job for a locked endpoint's deliveries, unless there is one that comes earlier or is running. */
export async function scheduleAt(tx: Transaction, { id, turn, wakesAt }: Turn, at: Date): Promise<void> {
  const now = Date.now()
  const isLost = wakesAt !== null && wakesAt.getTime() < now - lostAfter
  if (wakesAt !== null && wakesAt <= at && !isLost) return
  await startTurn(tx, { id, turn }, at)
}

/** Replaces the endpoint’s job by one at that time. */
export async function startTurn(
  tx: Transaction,
  { id, turn }: Pick<Turn, 'id' | 'turn'>,
  at: Date,
): Promise<void> {
  await tx.webhookEndpoint.update({ where: { id }, data: { turn: turn + 1, wakesAt: at } })
  const after = Math.max(0, Math.ceil((at.getTime() - Date.now()) / 1_000))
  await enqueue(tx, 'webhooks', { endpointId: id, turn: turn + 1 }, after)
}

/** When events may be sent to an endpoint that is due now: later if it rests. */
export function soonest({ restsUntil }: Pick<WebhookEndpoint, 'restsUntil'>): Date {
  const now = new Date()
  return restsUntil && restsUntil > now ? restsUntil : now
}
