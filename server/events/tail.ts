import { Prisma, type TicketEvent } from '../../prisma/generated/client/client.ts'
import { config } from '../config/config.ts'
import { db } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { rareWarning } from '../log/log.ts'
import { audiencesOf } from './audience.ts'
import { beginning, newestPlace, type Place, placeOf } from './cursor.ts'
import { dataOf } from './event.ts'
import { deliver, listenToNumbering, publishElsewhere, topics } from './wakeups.ts'
import { watchedSince } from './watched.ts'

const atOnce = 500

/** Milliseconds after which an event counts as history: it may have been filled in. */
const maxAge = 10 * 60_000

/** Nobody is woken for history that gets its position. */
export const isHistory = ({ createdAt }: { createdAt: Date }) => Date.now() - createdAt.getTime() >= maxAge

/** Position up to which this process has woken its subscribers. */
let seen = 0n
let last: Promise<unknown> = Promise.resolve()
let waiting: Promise<void> | undefined

/** Begins to wake this process’s subscribers for each event that gets its position, in order, wherever it was written. */
export async function openTail(): Promise<void> {
  if (!config.servesWeb) return
  const { _max } = await db.ticketEvent.aggregate({ _max: { position: true } })
  seen = _max.position ?? 0n
  listenToNumbering(lookSoon)
}

/** Events have got their positions: here and elsewhere. */
export function tell(): void {
  lookSoon()
  publishElsewhere({ topics: [], numbered: true })
}

function lookSoon() {
  look().catch((err) => warn({ err }))
}

const warn = rareWarning('events not looked at; subscribers notice within seconds')

/** Wakes subscribers for what is new in the log. Calls of a moment share a look. */
export function look(): Promise<void> {
  if (!config.servesWeb) return Promise.resolve()
  if (waiting) return waiting
  const run = last.then(() => {
    waiting = undefined
    return lookOn()
  })
  last = run.catch(() => {})
  waiting = run
  return run
}

/** Of each website, as far as this process has looked. */
const newest = new Map<string, Place>()

/** The end of the website's log, or a place shortly before it: without a question to the database, but for the first time. */
export async function recentPlace(websiteId: string): Promise<Place> {
  if (!newest.has(websiteId)) noteNewest(websiteId, await newestPlace(websiteId))
  return newest.get(websiteId) ?? beginning
}

function noteNewest(websiteId: string, place: Place): void {
  if (place.position >= (newest.get(websiteId)?.position ?? 0)) newest.set(websiteId, place)
}

async function lookOn(): Promise<void> {
  for (;;) {
    const events = await rows<TicketEvent>(Prisma.sql`
      SELECT * FROM "TicketEvent" WHERE "position" > ${seen} ORDER BY "position" LIMIT ${atOnce}`)
    for (const event of events) noteNewest(event.websiteId, placeOf(event))
    const news = events.filter((event) => watchedSince(event.websiteId) && !isHistory(event))
    if (news.length > 0) await wake(news)
    seen = BigInt(events.at(-1)?.position ?? seen)
    if (events.length < atOnce) return
  }
}

async function wake(events: TicketEvent[]): Promise<void> {
  const audiences = await audiencesOf([...new Set(events.map(({ ticketId }) => ticketId))])
  const removed = await addressesOfRemoved(events)
  for (const event of events) {
    const email = removed.get(event.id)
    const last = email ? [topics.reader(event.websiteId, email)] : []
    deliver({
      ticketId: event.ticketId,
      place: placeOf(event),
      topics: [...(audiences.get(event.ticketId) ?? []), ...last],
    })
  }
}

/** The last event that a former participant receives is their removal. */
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
