import { fromPrisma, type Job, type JobResult, PgBoss } from 'pg-boss'
import { config } from '../config/config.ts'
import { database, type Transaction, transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { log, rareWarning } from '../log/log.ts'
import { insertJob } from './insert-job.ts'
import { pollFor } from './poll.ts'
import { createQueues, type JobName, type Jobs, maxJobSeconds, queues } from './queues.ts'

/** `done`, or the seconds after which to retry the job. */
export type Outcome = 'done' | { again: number }
type Handler<Name extends JobName> = (data: Jobs[Name]) => Promise<Outcome>

/**
 * Jobs of a killed process run again within a minute: heartbeat, check by `monitor`, first retry's delay. `pollFor`
 * wakes the workers; on their own they poll only now and then.
 */
const seconds = { monitor: 10, poll: 30, shutdown: 10, maintenance: 600 }
let boss: PgBoss | undefined
let working = false
let stopPolling = () => {}
/** While the database is down, every check fails. */
const warnOfError = rareWarning('job queue')
const complain = (err: Error) => warnOfError({ err })

/** Opens the queues in the open database. Their tables are pg-boss's own, in a separate schema. */
export async function openJobs(): Promise<void> {
  boss = new PgBoss({
    db: { executeSql: (text, values) => database.jobs.query(text, values) },
    supervise: config.runsJobs,
    schedule: false,
    superviseIntervalSeconds: seconds.monitor,
    monitorIntervalSeconds: seconds.monitor,
    maintenanceIntervalSeconds: seconds.maintenance,
    warningQueueSize: 1_000_000,
  })
  boss.on('error', complain)
  await boss.start()
  await createQueues(boss)
  if (config.runsJobs) stopPolling = pollFor(boss, complain)
}

/** Enqueues a job in the transaction that causes it; `after` is in seconds from now. */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  name: Name,
  data: Jobs[Name],
  after = 0,
): Promise<void> {
  await rows(insertJob(name, data, after), tx)
}

/** Runs `handle` for the jobs of a name, in batches. A job that throws is retried; the others continue. */
export async function work<Name extends JobName>(name: Name, handle: Handler<Name>): Promise<void> {
  const options = {
    ...queues[name],
    burstWhenBatchFull: true,
    perJobResults: true,
    pollingIntervalSeconds: seconds.poll,
  } as const
  await opened().work<Jobs[Name]>(name, options, (jobs) =>
    Promise.all(
      jobs.map(async (job): Promise<JobResult> => {
        const { id, data } = job
        try {
          const outcome = await handle(data)
          if (outcome !== 'done') await putOff(name, job, outcome.again)
          return { id, status: 'completed' }
        } catch (error) {
          log.error({ err: error, job: { name, id } }, 'job failed, will be retried')
          return { id, status: 'failed' }
        }
      }),
    ),
  )
  working = true
}

/**
 * Replaces a running job by a new one, unless it was considered dead meanwhile. As a retry of pg-boss’s it would count
 * as a death of its process, after which a job must run again soon however often it was tried.
 */
async function putOff<Name extends JobName>(name: Name, job: Job<Jobs[Name]>, after: number): Promise<void> {
  await transaction(async (tx) => {
    const settled = await opened().complete(name, job, undefined, { db: fromPrisma(tx) })
    // Missing from pg-boss's types.
    if ((settled as { affected: number }).affected > 0) await enqueue(tx, name, job.data, after)
  })
}

/** Whether every worker has polled recently; true if this process has none. */
export function jobsUp(): boolean {
  if (!config.runsJobs) return boss !== undefined
  const stale = Date.now() - 1_000 * maxJobSeconds
  return (
    working &&
    opened()
      .getWipData()
      .every(({ lastFetchedOn }) => (lastFetchedOn ?? Date.now()) > stale)
  )
}

/** Lets running jobs finish; unfinished ones return to the queue. */
export async function closeJobs(): Promise<void> {
  working = false
  stopPolling()
  await boss?.stop({ graceful: true, timeout: 1_000 * seconds.shutdown })
  boss = undefined
}

function opened(): PgBoss {
  if (!boss) throw new Error('The job queue is not open')
  return boss
}
