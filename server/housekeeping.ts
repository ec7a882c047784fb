import { deleteFiles, forgetOldUploads } from './attachments/delete-files.ts'
import { config } from './config/config.ts'
import { applyRetention } from './erasure/retention.ts'
import { forgetExports } from './exports/forget-exports.ts'
import { forgetOldEmails } from './inbound/forget.ts'
import { log } from './log/log.ts'
import { forgetOldKeys } from './messages/idempotency.ts'
import { measureReplies } from './messages/measure-replies.ts'
import { forgetSignInLinks } from './operators/sign-in-link.ts'
import { forgetEndedSessions } from './sessions/end-session.ts'
import { sumCounts } from './tickets/list/counts.ts'
import { forgetDeliveries } from './webhooks/deliveries/forget-deliveries.ts'

const minute = 60_000
const hour = 60 * minute

/** What is done now and then, with what the log says if it fails. */
const hourly = [
  [forgetOldKeys, 'old idempotency keys were not deleted'],
  [forgetOldEmails, 'old inbound emails were not deleted'],
  [forgetOldUploads, 'old uploads were not deleted'],
  [forgetSignInLinks, 'old sign-in links were not deleted'],
  [forgetEndedSessions, 'ended sessions were not deleted'],
  [forgetDeliveries, 'old webhook deliveries were not deleted'],
] as const
const hourlyByWorkers = [
  [measureReplies, 'times until the first reply were not measured'],
  [applyRetention, 'old tickets were neither erased nor deleted'],
] as const
const eachMinute = [
  [sumCounts, 'counts of tickets were not summed up'],
  [forgetExports, 'old exports were not deleted'],
  [deleteFiles, 'deleted files are still stored'],
] as const

/** Starts it, until the returned function is called. */
export function startHousekeeping(): () => void {
  const byWorkers = () => [every(hour, hourlyByWorkers), every(minute, eachMinute)]
  const timers = [every(hour, hourly), ...(config.runsJobs ? byWorkers() : [])]
  return () => timers.forEach(clearInterval)
}

/** A chore that takes longer than the interval is not started again meanwhile. */
function every(interval: number, chores: readonly (readonly [() => Promise<unknown>, string])[]) {
  const running = new Set<string>()
  return setInterval(() => {
    for (const [work, failure] of chores) {
      if (running.has(failure)) continue
      running.add(failure)
      work()
        .catch((err) => log.warn({ err }, failure))
        .finally(() => running.delete(failure))
    }
  }, interval).unref()
}
