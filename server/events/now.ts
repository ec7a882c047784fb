import { newestPlace, type Place } from './cursor.ts'
import { numberEvents } from './numbering.ts'

/** The end of the website's log, after everything that has been written, numbered or not. */
export async function newestNow(websiteId: string): Promise<Place> {
  // If it fails, events that should have been before the end are sent as well.
  await numberEvents().catch(() => {})
  return newestPlace(websiteId)
}
