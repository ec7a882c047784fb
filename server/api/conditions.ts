/** Condition that no row meets. Not `OR: []`: inside another condition Prisma takes that for no condition at all. */
export const noRows: { id: { in: string[] } } = { id: { in: [] } }

/** Condition that a row meets when it meets one of these; for an empty list no row does. */
export function anyOf<Where extends object>(conditions: Where[]) {
  return conditions.length === 0 ? noRows : { OR: conditions }
}

/** A text for `contains` and `equals` in any case, which take a pattern: each of its characters means itself. */
export const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&')
