import { config } from '../config/config.ts'

/** Seconds for which an answer waits to be read before it is mailed. */
export function emailDelay(website: { emailDelaySeconds: number | null }): number {
  return website.emailDelaySeconds ?? config.emailDelaySeconds
}
