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

/** Periodic chores, each with its log message for a failure. */
const hourly = [
  [forgetOldKeys, 'could not delete old idempotency keys'],
  [forgetOldEmails, 'could not delete old inbound emails'],
  [forgetOldUploads, 'could not delete old uploads'],
  [forgetSignInLinks, 'could not delete old sign-in links'],
  [forgetEndedSessions, 'could not delete ended sessions'],
  [forgetDeliveries, 'could not delete old webhook deliveries'],
] as const
const hourlyByWorkers = [
  [measureReplies, 'could not measure times until the first reply'],
  [applyRetention, 'could not erase or delete old tickets'],
] as const
const eachMinute = [
  [sumCounts, 'could not sum ticket counts'],
  [forgetExports, 'could not delete old exports'],
  [deleteFiles, 'could not remove the bytes of deleted files'],
] as const

/** Starts the chores. Returns a function that stops them. */
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
