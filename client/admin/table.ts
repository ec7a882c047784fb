/** Rows as lines, their columns aligned; `none` when there are no rows. */
export function table(rows: string[][], none: string): string {
  if (rows.length === 0) return none
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
