import { newestPlace, type Place } from './cursor.ts'
import { numberEvents } from './numbering.ts'

/** The end of the website's log, with everything in front of it that had been written, numbered or not. */
export async function newestNow(websiteId: string): Promise<Place> {
  // Where it fails, what comes too late to be left out is told as well.
  await numberEvents().catch(() => {})
  return newestPlace(websiteId)
}
