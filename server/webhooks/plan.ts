import { v7 as newId } from 'uuid'
import { Prisma, type TicketEvent, type WebhookEndpoint } from '../../prisma/generated/client/client.ts'
import { db, type Transaction, transaction } from '../database/db.ts'
import type { Outcome } from '../jobs/jobs.ts'
import type { Jobs } from '../jobs/queues.ts'
import { lockEndpoints, scheduleAt, soonest } from './deliveries/schedule.ts'
import { wants } from './wanted.ts'

/** Milliseconds for which it is remembered which websites have endpoints. */
export const rememberedFor = 2_000
const batchSize = 500

let remembered: { readAt: number; websites: Promise<Set<string>> } | undefined

/** Has it looked up again, in this process. Others notice soon. */
export function forgetWebsites(): void {
  remembered = undefined
}

/** Websites with endpoints. One statement every few seconds: events of all others cost nothing. */
function websitesWithEndpoints(): Promise<Set<string>> {
  if (!remembered || remembered.readAt < Date.now() - rememberedFor) {
    const found = db.webhookEndpoint.findMany({ distinct: 'websiteId', select: { websiteId: true } })
    const websites = found.then((rows) => new Set(rows.map(({ websiteId }) => websiteId)))
    remembered = { readAt: Date.now(), websites }
    websites.catch(forgetWebsites)
  }
  return remembered.websites
}

/** Creates the deliveries that follow from events. */
export async function planWebhooks([first]: TicketEvent[]): Promise<void> {
  if (first && (await websitesWithEndpoints()).has(first.websiteId)) await readLog(first)
}

/**
 * Creates the deliveries of all events after each endpoint's place in the log. Repeats change nothing. For disabled
 * endpoints they are skipped, but remain, to be sent later if somebody wants that.
 */
export async function readLog({ websiteId }: Jobs['webhook-log']): Promise<Outcome> {
  while (await transaction((tx) => readBatch(tx, websiteId)));
  return 'done'
}

/** Returns whether there may be more. */
async function readBatch(tx: Transaction, websiteId: string): Promise<boolean> {
  const endpoints = await lockEndpoints(tx, Prisma.sql`"websiteId" = ${websiteId}::uuid`)
  const from = endpoints
    .map(({ position }) => position)
    .reduce((one, other) => (one < other ? one : other), never)
  const events = await tx.ticketEvent.findMany({
    where: { websiteId, position: { gt: from } },
    orderBy: { position: 'asc' },
    take: batchSize,
  })
  const last = events.at(-1)?.position
  if (!last) return false
  for (const endpoint of endpoints) await addDeliveries(tx, endpoint, events)
  await tx.webhookEndpoint.updateMany({
    where: { id: { in: endpoints.map(({ id }) => id) }, position: { lt: last } },
    data: { position: last },
  })
  return events.length === batchSize
}

/** Above every position. */
const never = 2n ** 63n - 1n

async function addDeliveries(
  tx: Transaction,
  endpoint: WebhookEndpoint,
  events: TicketEvent[],
): Promise<void> {
  const { id: endpointId, websiteId, enabled, position } = endpoint
  const due = events.filter(
    (event) => (event.position ?? 0n) > position && !event.silent && wants(endpoint, event.type),
  )
  if (due.length === 0) return
  const now = new Date()
  const state = enabled
    ? { state: 'QUEUED' as const, nextAttemptAt: now }
    : { state: 'SKIPPED' as const, settledAt: now }
  await tx.webhookDelivery.createMany({
    data: due.map(({ id: eventId }) => ({
      id: newId(),
      websiteId,
      endpointId,
      eventId,
      createdAt: now,
      queuedAt: now,
      ...state,
    })),
  })
  if (enabled) await scheduleAt(tx, endpoint, soonest(endpoint))
}
