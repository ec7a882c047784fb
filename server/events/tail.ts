import { Prisma, type TicketEvent } from '../../prisma/generated/client/client.ts'
import { config } from '../config/config.ts'
import { db } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import type { Member } from '../identity/viewer.ts'
import { rareWarning } from '../log/log.ts'
import { deliver, listenToAll } from '../wakeups/deliver.ts'
import { publishElsewhere } from '../wakeups/publish.ts'
import { topics } from '../wakeups/wake.ts'
import { wakesFor } from './audience.ts'
import { dataOf } from './event.ts'
import { internalTypes, seesInternal } from './internal.ts'
import { beginning, type LogPlace, newestPlace, placeOf } from './place.ts'
import { watchedSince } from './watched.ts'

const batchSize = 500

/** Milliseconds after which an event counts as history: it may have been filled in. */
const maxAge = 10 * 60_000

/** Whether an event is so old that it may have been filled in: numbering it wakes nobody. */
export const isHistory = ({ createdAt }: { createdAt: Date }) => Date.now() - createdAt.getTime() >= maxAge

/** Position up to which this process has woken its subscribers. */
let seen = 0n
let last: Promise<unknown> = Promise.resolve()
let waiting: Promise<void> | undefined

/** Starts waking this process’s subscribers for each numbered event, in order, whichever process wrote it. */
export async function openTail(): Promise<void> {
  if (!config.servesWeb) return
  const { _max } = await db.ticketEvent.aggregate({ _max: { position: true } })
  seen = _max.position ?? 0n
  newest.all.clear()
  newest.public.clear()
}

listenToAll(({ numbered }) => numbered && readSoon())

/** Announces numbered events, in this process and others. */
export function announce(): void {
  readSoon()
  publishElsewhere({ topics: [], numbered: true })
}

function readSoon() {
  readNewEvents().catch((err) => warn({ err }))
}

const warn = rareWarning('could not read new events; subscribers catch up within seconds')

/** Wakes subscribers for new events in the log. Concurrent calls share a check. */
export function readNewEvents(): Promise<void> {
  if (!config.servesWeb) return Promise.resolve()
  if (waiting) return waiting
  const run = last.then(() => {
    waiting = undefined
    return readToEnd()
  })
  last = run.catch(() => {})
  waiting = run
  return run
}

/** For each website, as of this process's last check: of all events, and of those that customers may notice. */
const newest = { all: new Map<string, LogPlace>(), public: new Map<string, LogPlace>() }

/** The end of the website's log as the viewer sees it, or a place shortly before: asks the database only the first time. */
export async function recentPlace(viewer: Pick<Member, 'kind' | 'websiteId'>): Promise<LogPlace> {
  const { websiteId } = viewer
  const places = seesInternal(viewer) ? newest.all : newest.public
  if (!places.has(websiteId)) noteNewest(places, websiteId, await newestPlace(viewer))
  return places.get(websiteId) ?? beginning
}

function noteNewest(places: Map<string, LogPlace>, websiteId: string, place: LogPlace): void {
  if (place.position >= (places.get(websiteId)?.position ?? 0)) places.set(websiteId, place)
}

async function readToEnd(): Promise<void> {
  for (;;) {
    const events = await rows<TicketEvent>(Prisma.sql`
      SELECT * FROM "TicketEvent" WHERE "position" > ${seen} ORDER BY "position" LIMIT ${batchSize}`)
    for (const event of events) {
      noteNewest(newest.all, event.websiteId, placeOf(event))
      if (!internalTypes.has(event.type)) noteNewest(newest.public, event.websiteId, placeOf(event))
    }
    const recent = events.filter((event) => watchedSince(event.websiteId) && !isHistory(event))
    if (recent.length > 0) await wake(recent)
    seen = BigInt(events.at(-1)?.position ?? seen)
    if (events.length < batchSize) return
  }
}

async function wake(events: TicketEvent[]): Promise<void> {
  const wakes = await wakesFor([...new Set(events.map(({ ticketId }) => ticketId))])
  const removed = await addressesOfRemoved(events)
  for (const event of events) {
    const email = removed.get(event.id)
    const last = email ? [topics.reader(event.websiteId, email)] : []
    const { ticketId, websiteId } = event
    // Customers do not even notice an internal event.
    const wake = internalTypes.has(event.type)
      ? { ticketId, topics: [topics.team(websiteId)] }
      : (wakes.get(ticketId) ?? { ticketId, topics: [] })
    deliver({ ...wake, place: placeOf(event), topics: [...wake.topics, ...last] })
  }
}

/** A former participant's last event is their removal. */
async function addressesOfRemoved(events: TicketEvent[]): Promise<Map<string, string>> {
  const removals = new Map(
    events
      .filter(({ type }) => type === 'PARTICIPANT_REMOVED')
      .map((event) => [dataOf(event, 'PARTICIPANT_REMOVED').participantId, event.id]),
  )
  if (removals.size === 0) return new Map()
  const former = await db.formerParticipant.findMany({ where: { id: { in: [...removals.keys()] } } })
  return new Map(former.map(({ id, email }) => [removals.get(id) ?? '', email]))
}
