import type pg from 'pg'
import { config } from '../config/config.ts'
import { connect } from '../database/connections.ts'
import { rareWarning } from '../log/log.ts'
import { deliver, deliverLost } from './deliver.ts'
import { channel, readNotice, thisProcess } from './notice.ts'
import type { Wake } from './wake.ts'

/** Milliseconds until a lost connection is reopened. */
const retryDelay = 500
/** Milliseconds after which a server that does not respond counts as lost, and between two checks. */
const silence = 5_000
const heartbeat = 30_000

let connection: pg.Client | undefined
let closing = false
let retry: NodeJS.Timeout | undefined

/** Receives wake-ups from other processes. Without PostgreSQL there are none. */
export async function openWakeups(): Promise<void> {
  closing = false
  await startListening()
}

async function startListening() {
  const url = config.directDatabaseUrl ?? config.databaseUrl
  if (!url) return
  const client = await connect(url, { keepAlive: true, query_timeout: silence })
  client.on('notification', ({ payload }) => receive(payload ?? ''))
  try {
    // A standby refuses it.
    await client.query(`LISTEN ${channel}`)
  } catch (error) {
    void client.end()
    throw error
  }
  if (closing) return client.end()
  connection = client
  // A connection that was lost without a word looks open for hours.
  const beat = setInterval(
    () => client.query(`LISTEN ${channel}`).catch(() => client.end()),
    heartbeat,
  ).unref()
  client.on('end', () => {
    clearInterval(beat)
    if (connection !== client) return
    connection = undefined
    retry = setTimeout(reopen, retryDelay)
  })
}

function receive(payload: string) {
  const notice = readNotice(payload)
  if (!notice) {
    ignored({ bytes: payload.length })
    deliverLost()
  } else if (notice.from !== thisProcess) {
    for (const wake of notice.wakes) deliverOne(wake)
  }
}

/** Nothing that another process sends may end this one. */
function deliverOne(wake: Wake) {
  try {
    deliver(wake)
  } catch (err) {
    failed({ err })
    deliverLost()
  }
}

const failed = rareWarning('could not pass on a notification; subscribers catch up')
const ignored = rareWarning('ignored a notification in another release’s format; subscribers catch up')

async function reopen() {
  try {
    await startListening()
    deliverLost()
  } catch {
    if (!closing) retry = setTimeout(reopen, retryDelay)
  }
}

export const wakeupsUp = () => !config.databaseUrl || connection !== undefined

export async function closeWakeups(): Promise<void> {
  closing = true
  clearTimeout(retry)
  const open = connection
  connection = undefined
  await open?.end()
}
