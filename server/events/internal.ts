/** Types of events that only the team sees; the file that shows one adds it. */
export const internalTypes = new Set<string>()
