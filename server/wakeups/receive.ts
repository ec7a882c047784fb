import type pg from 'pg'
import { config } from '../config/config.ts'
import { connect } from '../database/connections.ts'
import { rareWarning } from '../log/log.ts'
import { deliver, deliverLost } from './deliver.ts'
import { channel, readNotice, thisProcess } from './notice.ts'

/** Milliseconds until a lost connection is opened again. */
const retryDelay = 500

let connection: pg.Client | undefined
let closing = false

/** Receives wake-ups from other processes. Without PostgreSQL there are none. */
export async function openWakeups(): Promise<void> {
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
    setTimeout(reopen, retryDelay)
  })
}

function receive(payload: string) {
  const notice = readNotice(payload)
  if (!notice) {
    ignored({ bytes: payload.length })
    deliverLost()
  } else if (notice.from !== thisProcess) {
    for (const wake of notice.wakes) deliver(wake)
  }
}

const ignored = rareWarning('ignored a notification in another release’s format; subscribers catch up')

async function reopen() {
  if (closing) return
  try {
    await startListening()
    deliverLost()
  } catch {
    setTimeout(reopen, retryDelay)
  }
}

export const wakeupsUp = () => !config.databaseUrl || connection !== undefined

export async function closeWakeups(): Promise<void> {
  closing = true
  await connection?.end()
  connection = undefined
}
