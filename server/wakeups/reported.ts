import type { Wake } from './wake.ts'

/** Changes that wake-ups have reported, each by its ticket or topic and its time. */
const reported = new Map<string, number>()
const nameOf = (key: string, at: number) => `${key} ${at}`

export function noteReported({ at, ticketId, topics }: Wake): void {
  if (at === undefined) return
  for (const key of ticketId ? [ticketId] : topics) reported.set(nameOf(key, at), at)
}

/** Whether there was a wake-up for just this change of a ticket, or of a website’s topic. */
export const wasReported = (key: string, changedAt: Date) => reported.has(nameOf(key, changedAt.getTime()))

export function forgetReported(before: Date): void {
  for (const [name, at] of reported) if (at < before.getTime()) reported.delete(name)
}
