import { config } from '../config/config.ts'

/** Seconds for which an answer waits to be read before it is mailed. */
export function mailDelay(website: { mailDelaySeconds: number | null }): number {
  return website.mailDelaySeconds ?? config.mailDelaySeconds
}
