import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { Gauge } from 'prom-client'
import { z } from 'zod'
import { config } from '../config/config.ts'
import { connect } from '../database/connections.ts'
import { fitting, notify } from '../database/notify.ts'
import { sha256 } from '../keys/keys.ts'
import { log, rareWarning } from '../log/log.ts'

const wake = z.object({
  topics: z.array(z.string()),
  ticketId: z.string().optional(),
  /** When the ticket, or the website's settings, changed, in milliseconds: shows which wake-ups are missing. */
  at: z.number().optional(),
  /** Events have been numbered: each process looks at them itself. */
  numbered: z.literal(true).optional(),
  /** Points that callers spent from their allowances: kind, caller, points. */
  spent: z.array(z.tuple([z.string(), z.string(), z.number()])).optional(),
})
/** A change. It contains only ids: each subscriber reads what it may see. */
export type Wake = z.infer<typeof wake> & {
  /** Place in the log, within this process. */
  place?: { position: number; id: string }
}

/**
 * What one process sends to the others. During an update both releases run: the previous one ignores new optional keys,
 * and any other change of the format needs a new version.
 */
const notice = z.object({ version: z.literal(1), from: z.string(), wakes: z.array(wake) })

type Notice = z.infer<typeof notice>

type Listener = (wake: Wake | 'lost') => void

const channel = 'ticket_center'
const here = randomUUID()
const listeners = new Map<string, Set<Listener>>()
let outbox: Wake[] = []
let connection: pg.Client | undefined
let closing = false

export const topics = {
  ticket: (ticketId: string) => `ticket:${ticketId}`,
  team: (websiteId: string) => `team:${websiteId}`,
  /** Hashed to be short, whatever the address is: a NOTIFY holds 8,000 bytes. */
  reader: (websiteId: string, email: string) => `reader:${sha256(`${websiteId}:${email}`)}`,
  website: (websiteId: string) => `website:${websiteId}`,
}

new Gauge({
  name: 'live_listeners',
  help: 'Subscriptions of this process that wait for wake-ups.',
  collect() {
    this.set([...listeners.values()].reduce((sum, set) => sum + set.size, 0))
  },
})

/** Calls `listener` for each wake-up on `topic`, and with 'lost' if some may be missing. Returns its end. */
export function listen(topic: string, listener: Listener): () => void {
  const set = listeners.get(topic) ?? new Set()
  listeners.set(topic, set.add(listener))
  return () => {
    set.delete(listener)
    if (set.size === 0 && listeners.get(topic) === set) listeners.delete(topic)
  }
}

/** Call after the commit: wakes this process at once, and others by one NOTIFY for all wake-ups of a moment. */
export function publish(wake: Wake): void {
  deliver(wake)
  publishElsewhere(wake)
}

/** The same for other processes only. */
export function publishElsewhere(wake: Wake): void {
  if (!config.databaseUrl) return
  if (outbox.push(wake) === 1) setTimeout(flush, 5)
}

const hearers: ((wake: Wake) => void)[] = []

/** Passes every wake-up to `listener`, whatever its topics: those of this process, and those from others. */
export function listenToAll(listener: (wake: Wake) => void): void {
  hearers.push(listener)
}

/** Changes that wake-ups have reported, each by its ticket or topic and its time. */
const reported = new Map<string, number>()
const nameOf = (key: string, at: number) => `${key} ${at}`

/** Whether there was a wake-up for just this change of a ticket, or of a website’s topic. */
export const wasReported = (key: string, changedAt: Date) => reported.has(nameOf(key, changedAt.getTime()))

export function forgetWakes(before: Date): void {
  for (const [name, at] of reported) if (at < before.getTime()) reported.delete(name)
}

/** Wakes only this process's subscribers. */
export function deliver(wake: Wake): void {
  for (const hear of hearers) hear(wake)
  if (wake.at !== undefined && listeners.size > 0)
    for (const key of wake.ticketId ? [wake.ticketId] : wake.topics)
      reported.set(nameOf(key, wake.at), wake.at)
  recover(wake)
}

/** The same for a change whose own wake-up was lost. It does not count as one: the next may be lost as well. */
export function recover(wake: Wake): void {
  for (const topic of wake.topics) for (const listener of listeners.get(topic) ?? []) listener(wake)
}

async function flush() {
  const wakes = outbox
  outbox = []
  while (wakes.length > 0) {
    const notice: Notice = { version: 1, from: here, wakes: wakes.splice(0, fitting(wakes)) }
    await notify(channel, notice).catch((error) =>
      log.warn({ err: error }, 'wake-up not sent; subscribers notice within seconds'),
    )
  }
}

/** Receives wake-ups from other processes. Without PostgreSQL there are none. */
export async function openEvents(): Promise<void> {
  closing = false
  await startListening()
}

async function startListening() {
  const url = config.directDatabaseUrl ?? config.databaseUrl
  if (!url) return
  const client = await connect(url, { keepAlive: true })
  client.on('notification', ({ payload }) => receive(payload ?? ''))
  await client.query(`LISTEN ${channel}`)
  connection = client
  client.on('end', () => {
    connection = undefined
    setTimeout(reopen, 500)
  })
}

/** Anybody with access to the database can send anything, and another release may send unknown formats. */
function receive(payload: string) {
  const notice = readNotice(payload)
  if (!notice) {
    ignored({ bytes: payload.length })
    wakesLost()
  } else if (notice.from !== here) {
    for (const wake of notice.wakes) deliver(wake)
  }
}

function readNotice(payload: string): Notice | undefined {
  try {
    return notice.parse(JSON.parse(payload))
  } catch {
    return undefined
  }
}

const ignored = rareWarning(
  'ignored a notification that is none of this release’s; subscribers look for themselves',
)

function wakesLost() {
  for (const set of listeners.values()) for (const listener of set) listener('lost')
}

async function reopen() {
  if (closing) return
  try {
    await startListening()
    wakesLost()
  } catch {
    setTimeout(reopen, 500)
  }
}

export const eventsUp = () => !config.databaseUrl || connection !== undefined

export async function closeEvents(): Promise<void> {
  closing = true
  await connection?.end()
  connection = undefined
}
