/** A condition that no row meets. Not `OR: []`: inside another condition Prisma ignores that. */
export const noRows: { id: { in: string[] } } = { id: { in: [] } }

/** A condition that a row meets if it meets one of these; none does for an empty list. */
export function anyOf<Where extends object>(conditions: Where[]) {
  return conditions.length === 0 ? noRows : { OR: conditions }
}

/** Escapes a text for case-insensitive `contains` and `equals`, which take a pattern. */
export const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&')
