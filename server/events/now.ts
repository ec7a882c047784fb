import type { Member } from '../identity/viewer.ts'
import { numberEvents } from './numbering.ts'
import { type LogPlace, newestPlace } from './place.ts'

/** The end of the website's log as the viewer sees it, after everything that has been written, numbered or not. */
export async function newestNow(viewer: Pick<Member, 'kind' | 'websiteId'>): Promise<LogPlace> {
  // If it fails, events that should have been before the end are sent as well.
  await numberEvents().catch(() => {})
  return newestPlace(viewer)
}
