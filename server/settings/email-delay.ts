import { config } from '../config/config.ts'

/** Seconds for which a reply waits to be read before it is emailed. */
export function emailDelay(website: { emailDelaySeconds: number | null }): number {
  return website.emailDelaySeconds ?? config.emailDelaySeconds
}
