/** A condition that no row meets. Not an empty `OR`: inside another condition Prisma ignores that. */
export const noRows: { id: { in: string[] } } = { id: { in: [] } }
