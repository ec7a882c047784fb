export interface Dated {
  createdAt: string
}

/** What happened from a message on, and before the next. What is older than the messages that are held waits for theirs. */
export function between<Line extends Dated>(lines: Line[], message: Dated, next: Dated | undefined): Line[] {
  return lines.filter(
    ({ createdAt }) => createdAt >= message.createdAt && !(next && createdAt >= next.createdAt),
  )
}

interface Line extends Dated {
  id: string
}

/** Oldest first, the newest page first: as events come. */
export interface HistoryPage<Item> {
  edges: { node: Item }[]
  pageInfo: { hasPreviousPage: boolean; startCursor: string | null }
}

export interface History<Item extends Line> {
  lines: Item[]
  /** The cursor of the lines before them; null when there are none. */
  older: string | null
}

function historyOf<Item extends Line>({ edges, pageInfo }: HistoryPage<Item>): History<Item> {
  const older = pageInfo.hasPreviousPage ? pageInfo.startCursor : null
  return { lines: edges.map(({ node }) => node), older }
}

/** What was held stays where the newest page reaches back to it. */
export function withNewestHistory<Item extends Line>(
  held: History<Item> | undefined,
  page: HistoryPage<Item>,
): History<Item> {
  const newest = historyOf(page)
  const first = newest.lines[0]?.id
  const end = held?.lines.findIndex(({ id }) => id === first) ?? -1
  if (!held || end < 0) return newest
  return { lines: [...held.lines.slice(0, end), ...newest.lines], older: held.older }
}

export function withOlderHistory<Item extends Line>(
  held: History<Item>,
  page: HistoryPage<Item>,
): History<Item> {
  const { lines, older } = historyOf(page)
  return { lines: [...lines, ...held.lines], older }
}

/** Where to go on reading, where the lines do not reach back to the first message that is held. */
export function missingHistory(
  held: History<Line> | undefined,
  firstMessage: Dated | undefined,
): string | null {
  const oldest = held?.lines[0]
  if (!oldest || !firstMessage || oldest.createdAt < firstMessage.createdAt) return null
  return held.older
}
