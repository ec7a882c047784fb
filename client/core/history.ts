export interface Dated {
  createdAt: string
}

/** What happened from a message on, and before the next. What is older than the messages that are held waits for theirs. */
export function between<Line extends Dated>(lines: Line[], message: Dated, next: Dated | undefined): Line[] {
  return lines.filter(
    ({ createdAt }) => createdAt >= message.createdAt && !(next && createdAt >= next.createdAt),
  )
}
