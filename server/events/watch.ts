import { config } from '../config/config.ts'
import { db } from '../database/db.ts'
import { rareWarning } from '../log/log.ts'
import { recover } from '../wakeups/deliver.ts'
import { forgetReported, wasReported } from '../wakeups/reported.ts'
import { topics } from '../wakeups/wake.ts'
import { wakesFor } from './audience.ts'
import { readNewEvents } from './tail.ts'
import { watchedSince, watchedWebsites } from './watched.ts'

/** Milliseconds between two checks, and how far each goes back before the last one: longer than a transaction lasts. */
const checkInterval = 3_000
const lookback = 30_000

let timer: NodeJS.Timeout | undefined
/** Start of the last successful check. */
let checkedAt = Date.now()

/** When each recently changed ticket and website last changed, as of the last check. */
let lastChanges = new Map<string, number>()

/**
 * Checks every few seconds, once for all subscribers of the process, for changes without a wake-up: one is lost if a
 * process dies after its commit, or if the notifying connection breaks.
 */
export function openWatch(): void {
  if (!config.servesWeb) return
  checkedAt = Date.now()
  timer = setInterval(() => check().catch((err) => warn({ err })), checkInterval).unref()
}

export function closeWatch(): void {
  clearInterval(timer)
}

const warn = rareWarning('check for lost wake-ups failed')

async function check(): Promise<void> {
  const now = Date.now()
  const since = new Date(checkedAt - lookback)
  forgetReported(since)
  await recoverSince(since)
  checkedAt = now
}

async function recoverSince(since: Date): Promise<void> {
  const watched = watchedWebsites()
  if (watched.length === 0) return
  await readNewEvents()
  const websites = { websiteId: { in: watched } }
  const tickets = await db.ticket.findMany({
    where: { ...websites, updatedAt: { gt: since } },
    select: { id: true, websiteId: true, updatedAt: true },
  })
  const changed = tickets.filter(({ id, updatedAt }) => isNew(id, updatedAt))
  // Subscribers to a conversation continue from a position: an extra wake-up does no harm, and no message is missed.
  for (const { id } of changed) recover({ topics: [topics.ticket(id)] })
  const missed = changed.filter(({ id, websiteId, updatedAt }) => isMissed(websiteId, id, updatedAt))
  if (missed.length > 0) {
    for (const wake of (await wakesFor(missed.map(({ id }) => id))).values()) recover(wake)
  }
  // Every change of settings is in the audit log.
  const settings = await db.auditEvent.groupBy({
    by: 'websiteId',
    where: { ...websites, createdAt: { gt: since } },
    _max: { createdAt: true },
  })
  const saved = settings.flatMap(({ websiteId, _max: { createdAt } }) =>
    createdAt ? [{ websiteId, topic: topics.website(websiteId), createdAt }] : [],
  )
  for (const { websiteId, topic, createdAt } of saved) {
    if (isNew(topic, createdAt) && isMissed(websiteId, topic, createdAt)) recover({ topics: [topic] })
  }
  lastChanges = new Map([
    ...tickets.map(({ id, updatedAt }) => [id, updatedAt.getTime()] as const),
    ...saved.map(({ topic, createdAt }) => [topic, createdAt.getTime()] as const),
  ])
}

const isNew = (key: string, changedAt: Date) => lastChanges.get(key) !== changedAt.getTime()

function isMissed(websiteId: string, key: string, changedAt: Date): boolean {
  const since = watchedSince(websiteId)
  return since !== undefined && changedAt > since && !wasReported(key, changedAt)
}
