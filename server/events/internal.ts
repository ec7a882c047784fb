import type { Member } from '../identity/viewer.ts'

/** Types of events that only the team sees; the file that shows one adds it. */
export const internalTypes = new Set<string>()

/** Whether a viewer may notice internal events. */
export const seesInternal = ({ kind }: Pick<Member, 'kind'>) => kind !== 'customer'
