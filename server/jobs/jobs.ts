import { fromPrisma, type Job, type JobResult, PgBoss } from 'pg-boss'
import { config } from '../config/config.ts'
import { database, type Transaction, transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { log, rareWarning } from '../log/log.ts'
import { insertJob } from './insert-job.ts'
import { concurrency, createQueues, type JobName, maxJobSeconds } from './queues.ts'

/**
 * Work that transactions make due, and the data that it needs: ids only. Jobs of the version before are still in the queue:
 * names of jobs and of their data stay.
 */
export interface Jobs extends Record<JobName, object> {
  /** Events of a ticket were recorded in one go. */
  'ticket-events': { eventIds: string[] }
  /** Somebody may want an email about a ticket by now; `opened` when it is because of the ticket itself. */
  'ticket-news': { ticketId: string; opened?: boolean }
  /** An email waits to be sent. */
  mail: { mailId: string }
  /** An email with a sign-in link waits to be sent. */
  'sign-in-link': { signInLinkId: string }
  /** An email came in and waits to be read. */
  'inbound-mail': { inboundMailId: string }
  /** Texts wait to be rendered for storage, or to be rendered anew. */
  render: Record<string, never>
  /** Tickets from before there were events wait for theirs. */
  'fill-past': Record<string, never>
  /** Messages and customers wait for the words that they are searched by. */
  'fill-words': Record<string, never>
}

/** `done`, or the seconds after which the job wants to be tried again. */
export type Outcome = 'done' | { again: number }
type Handler<Name extends JobName> = (data: Jobs[Name]) => Promise<Outcome>

/** Jobs of a process that was killed run again within a minute: its heartbeat ends, a look of `monitor`, the first retry's delay, a poll. */
const seconds = { monitor: 10, poll: 1, shutdown: 10, maintenance: 600 }
let boss: PgBoss | undefined
let working = false
/** While the database is away every worker has an error every second. */
const warnOfError = rareWarning('job queue')
const complain = (err: Error) => warnOfError({ err })

/** Opens the queues over the database that is open already. Their tables are pg-boss's own, in a schema of their own. */
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
}

/** Makes work due, in the transaction whose fact it follows from; `after` is in seconds from now. */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  name: Name,
  data: Jobs[Name],
  after = 0,
): Promise<void> {
  await rows(insertJob(name, data, after), tx)
}

/** Lets `handle` work on the jobs of a name, a batch at a time. One that throws is tried again later; the others go on. */
export async function work<Name extends JobName>(name: Name, handle: Handler<Name>): Promise<void> {
  const options = {
    ...concurrency[name],
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
 * Puts a new job in the place of one in hand, unless it was taken for dead meanwhile. As a retry of pg-boss’s it would
 * count among the deaths of its process, and after those a job has to run again soon however often it was tried.
 */
async function putOff<Name extends JobName>(name: Name, job: Job<Jobs[Name]>, after: number): Promise<void> {
  await transaction(async (tx) => {
    const settled = await opened().complete(name, job, undefined, { db: fromPrisma(tx) })
    // Not in pg-boss's types.
    if ((settled as { affected: number }).affected > 0) await enqueue(tx, name, job.data, after)
  })
}

/** Whether every worker has looked for jobs of late; true where this process has none. */
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

/** Lets jobs in hand finish; what does not is given back. */
export async function closeJobs(): Promise<void> {
  working = false
  await boss?.stop({ graceful: true, timeout: 1_000 * seconds.shutdown })
  boss = undefined
}

function opened(): PgBoss {
  if (!boss) throw new Error('The job queue is not open')
  return boss
}
