/** A condition that no row meets. Not an empty `OR`: inside another condition Prisma ignores that. */
export const noRows: { id: { in: string[] } } = { id: { in: [] } }

/** Escapes a text for case-insensitive `contains` and `equals`, which take a pattern. */
export const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&')
