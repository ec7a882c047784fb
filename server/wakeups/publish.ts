import { config } from '../config/config.ts'
import { fitting, notify } from '../database/notify.ts'
import { log } from '../log/log.ts'
import { deliver } from './deliver.ts'
import { channel, type Notice, thisProcess } from './notice.ts'
import type { Wake } from './wake.ts'

let outbox: Wake[] = []

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

async function flush() {
  const wakes = outbox
  outbox = []
  while (wakes.length > 0) {
    const notice: Notice = { version: 1, from: thisProcess, wakes: wakes.splice(0, fitting(wakes)) }
    await notify(channel, notice).catch((err) =>
      log.warn({ err }, 'wake-up not sent; subscribers catch up within seconds'),
    )
  }
}
