import type { PgBoss } from 'pg-boss'

/**
 * The queues, and how many of their jobs are worked on at a time: so many workers, each with a batch that waits for its
 * slowest job. There are as many for emails as there are connections to the mail server, so that one that falls silent
 * stops one worker.
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

/** Seconds: a killed process gives its jobs back after `heartbeat`. A living one may take a job for `longest`. What nobody works on is kept for `waiting`. */
const seconds = { heartbeat: 20, longest: 900, kept: 3_600, waiting: 365 * 24 * 3_600 }

/** Seconds that a job in hand may take. */
export const maxJobSeconds = seconds.longest

/** Jobs whose handler threw or whose process died are tried again: after 5 s to 10 s, doubled up to half an hour, for days. */
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

/** Brings the queues to these settings. A start that finds them so writes nothing. */
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
