import { config } from '../config/config.ts'
import { db } from '../database/db.ts'
import { rareWarning } from '../log/log.ts'
import { audiencesOf } from './audience.ts'
import { look } from './tail.ts'
import { deliver, forgetWakes, topics, wasWoken } from './wakeups.ts'

/** Milliseconds between two looks, and how far back each goes: longer than a transaction lasts. */
const every = 3_000
const back = 30_000

/** Websites with subscribers in this process, and since when. */
const watched = new Map<string, { subscribers: number; since: Date }>()
let timer: NodeJS.Timeout | undefined

/** Says that somebody listens to changes of this website, until the function that it gives is called. */
export function watch(websiteId: string): () => void {
  const website = watched.get(websiteId) ?? { subscribers: 0, since: new Date() }
  watched.set(websiteId, website)
  website.subscribers++
  let open = true
  return () => {
    if (open && --website.subscribers === 0) watched.delete(websiteId)
    open = false
  }
}

/**
 * Looks every few seconds, once for all subscribers of the process, for changes that nobody was woken for: a wake-up is
 * lost where a process dies after its commit, or the connection that notifies.
 */
export function openWatch(): void {
  if (!config.servesWeb) return
  timer = setInterval(() => lookAround().catch((err) => warn({ err })), every).unref()
}

export function closeWatch(): void {
  clearInterval(timer)
}

const warn = rareWarning('lost wake-ups not looked for')

async function lookAround(): Promise<void> {
  const since = new Date(Date.now() - back)
  forgetWakes(since)
  if (watched.size === 0) return
  await look()
  const websites = { websiteId: { in: [...watched.keys()] } }
  const tickets = await db.ticket.findMany({
    where: { ...websites, updatedAt: { gt: since } },
    select: { id: true, websiteId: true, updatedAt: true },
  })
  const missed = tickets.filter(({ id, websiteId, updatedAt }) => isMissed(websiteId, id, updatedAt))
  if (missed.length > 0) {
    for (const [ticketId, audience] of await audiencesOf(missed.map(({ id }) => id))) {
      deliver({ ticketId, topics: [topics.ticket(ticketId), ...audience] })
    }
  }
  // Every change of settings is in the audit log.
  const changes = await db.auditEvent.groupBy({
    by: 'websiteId',
    where: { ...websites, createdAt: { gt: since } },
    _max: { createdAt: true },
  })
  for (const { websiteId, _max } of changes) {
    const topic = topics.website(websiteId)
    if (_max.createdAt && isMissed(websiteId, topic, _max.createdAt)) deliver({ topics: [topic] })
  }
}

function isMissed(websiteId: string, key: string, changedAt: Date): boolean {
  const website = watched.get(websiteId)
  return website !== undefined && changedAt > website.since && !wasWoken(key, changedAt)
}
