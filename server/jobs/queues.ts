import type { PgBoss } from 'pg-boss'

/** How many jobs run at a time: the number of workers, each with a batch that waits for its slowest job. */
interface Queue<Data extends object> {
  localConcurrency: number
  batchSize: number
  /** Only a type. */
  data?: Data
}
const queue = <Data extends object>(localConcurrency: number, batchSize: number): Queue<Data> => ({
  localConcurrency,
  batchSize,
})
type Nothing = Record<string, never>

/**
 * The jobs that transactions enqueue, with their data: ids only. Jobs of the previous version are still in the queue, so
 * names of jobs and data must not change.
 */
export const queues = {
  /** Events of a ticket were recorded together. */
  'ticket-events': queue<{ eventIds: string[] }>(2, 5),
  /** Emails about a ticket are to be planned; `opened` if it was just opened. */
  'ticket-news': queue<{ ticketId: string; opened?: boolean }>(2, 5),
  /** An email is due. As many as there are connections to the mail server: a silent one blocks only one worker. */
  mail: queue<{ mailId: string }>(5, 5),
  /** An email with a sign-in link is due. */
  'sign-in-link': queue<{ signInLinkId: string }>(1, 5),
  /** An inbound email is to be processed. */
  'inbound-mail': queue<{ inboundMailId: string }>(1, 5),
  /** Attachments of posted emails are to be stored as files. */
  'email-files': queue<Nothing>(1, 1),
  /** A file is to be scanned; each is in memory meanwhile. */
  'scan-file': queue<{ attachmentId: string }>(2, 1),
  /** The log may have events that are missing from a website's webhook endpoints. */
  'webhook-log': queue<{ websiteId: string }>(1, 5),
  /** Deliveries to an endpoint are due. One at a time for each endpoint; a slow one occupies a worker. */
  webhooks: queue<{ endpointId: string; turn: number }>(20, 1),
  /** An administrator is to be notified that an endpoint was disabled. */
  'webhook-disabled': queue<{ endpointId: string; operatorId: string }>(1, 5),
  /** A website is to be deleted: nobody has access now. */
  'delete-website': queue<{ websiteId: string }>(1, 1),
  /** An export is to be written. */
  export: queue<{ exportId: string }>(1, 1),
  /** Copies that were in use while somebody was erased, `at` that time, are to be erased, too. */
  'finish-erasure': queue<{ ticketIds: string[]; emailIds: string[]; at: string }>(1, 1),
  /** Stored texts are to be rendered, or rendered again. */
  render: queue<Nothing>(1, 1),
  /** Events of older tickets are to be filled in. */
  'fill-past': queue<Nothing>(1, 1),
  /** Search words of messages and customers are to be filled in. */
  'fill-words': queue<Nothing>(1, 1),
}
export type JobName = keyof typeof queues
export type Jobs = { [Name in JobName]: NonNullable<(typeof queues)[Name]['data']> }

/** A killed process returns its jobs after `heartbeat`. */
const seconds = { heartbeat: 20, maxRunning: 900, kept: 3_600, maxWaiting: 365 * 24 * 3_600 }

/** Maximum seconds of a running job. */
export const maxJobSeconds = seconds.maxRunning

/** Jobs that throw, or whose process dies, are retried: after 5 s to 10 s, doubling up to half an hour, for days. */
const settings = {
  retryLimit: 1_000,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 30 * 60,
  heartbeatSeconds: seconds.heartbeat,
  expireInSeconds: seconds.maxRunning,
  deleteAfterSeconds: seconds.kept,
  retentionSeconds: seconds.maxWaiting,
}

type Settings = typeof settings

/** An endpoint's only job is its queue: it waits a minute at most, however often processes die. */
const ownSettings: { [Name in JobName]?: Partial<Settings> } = {
  webhooks: { retryDelayMax: 60, retryLimit: 20_000 },
}

/** Applies the settings to the queues. Writes nothing if they already match. */
export async function createQueues(boss: PgBoss): Promise<void> {
  const existing = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  for (const name of Object.keys(queues) as JobName[]) {
    const [queue, wanted] = [existing.get(name), { ...settings, ...ownSettings[name] }]
    if (!queue) await boss.createQueue(name, wanted)
    else if (differs(queue, wanted)) await boss.updateQueue(name, wanted)
  }
}

const differs = (queue: Partial<Settings>, wanted: Settings) =>
  Object.entries(wanted).some(([key, value]) => queue[key as keyof Settings] !== value)
