import type { PgBoss } from 'pg-boss'

/**
 * The queues, and how many jobs of each run at a time: the number of workers, each with a batch that waits for its
 * slowest job. Emails have as many as there are connections to the mail server, so that a silent one blocks only one
 * worker.
 */
export const concurrency = {
  'ticket-events': { localConcurrency: 2, batchSize: 5 },
  'ticket-news': { localConcurrency: 2, batchSize: 5 },
  mail: { localConcurrency: 5, batchSize: 5 },
  'sign-in-link': { localConcurrency: 1, batchSize: 5 },
  'inbound-mail': { localConcurrency: 1, batchSize: 5 },
  render: { localConcurrency: 1, batchSize: 1 },
  'fill-past': { localConcurrency: 1, batchSize: 1 },
  'fill-words': { localConcurrency: 1, batchSize: 1 },
}
export type JobName = keyof typeof concurrency

/** Seconds: a killed process returns its jobs after `heartbeat`; a job may take `longest`, and wait for `waiting`. */
const seconds = { heartbeat: 20, longest: 900, kept: 3_600, waiting: 365 * 24 * 3_600 }

/** Maximum seconds of a running job. */
export const maxJobSeconds = seconds.longest

/** Jobs that throw, or whose process dies, are retried: after 5 s to 10 s, doubling up to half an hour, for days. */
const settings = {
  retryLimit: 1_000,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 30 * 60,
  heartbeatSeconds: seconds.heartbeat,
  expireInSeconds: seconds.longest,
  deleteAfterSeconds: seconds.kept,
  retentionSeconds: seconds.waiting,
}

/** Applies these settings to the queues. Writes nothing if they already match. */
export async function createQueues(boss: PgBoss): Promise<void> {
  const existing = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  for (const name of Object.keys(concurrency)) {
    const queue = existing.get(name)
    if (!queue) await boss.createQueue(name, settings)
    else if (differs(queue)) await boss.updateQueue(name, settings)
  }
}

const differs = (queue: Partial<typeof settings>) =>
  Object.entries(settings).some(([key, value]) => queue[key as keyof typeof settings] !== value)
