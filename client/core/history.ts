export interface Dated {
  createdAt: string
}

/** The lines between a message and the next. Lines older than the loaded messages wait until theirs are loaded. */
export function between<Line extends Dated>(lines: Line[], message: Dated, next: Dated | undefined): Line[] {
  return lines.filter(
    ({ createdAt }) => createdAt >= message.createdAt && !(next && createdAt >= next.createdAt),
  )
}

interface Line extends Dated {
  id: string
}

/** Oldest first; the newest page first, as the API returns events. */
export interface HistoryPage<Item> {
  edges: { node: Item }[]
  pageInfo: { hasPreviousPage: boolean; startCursor: string | null }
}

export interface History<Item extends Line> {
  lines: Item[]
  /** The cursor for earlier lines; null when there are none. */
  older: string | null
}

function historyOf<Item extends Line>({ edges, pageInfo }: HistoryPage<Item>): History<Item> {
  const older = pageInfo.hasPreviousPage ? pageInfo.startCursor : null
  return { lines: edges.map(({ node }) => node), older }
}

/** Keeps older lines if the newest page reaches back to them. */
export function withNewestHistory<Item extends Line>(
  loaded: History<Item> | undefined,
  page: HistoryPage<Item>,
): History<Item> {
  const newest = historyOf(page)
  const first = newest.lines[0]?.id
  const end = loaded?.lines.findIndex(({ id }) => id === first) ?? -1
  if (!loaded || end < 0) return newest
  return { lines: [...loaded.lines.slice(0, end), ...newest.lines], older: loaded.older }
}

export function withOlderHistory<Item extends Line>(
  loaded: History<Item>,
  page: HistoryPage<Item>,
): History<Item> {
  const { lines, older } = historyOf(page)
  return { lines: [...lines, ...loaded.lines], older }
}

/** The cursor to continue from if the lines do not reach back to the first loaded message; otherwise null. */
export function missingHistory(
  loaded: History<Line> | undefined,
  firstMessage: Dated | undefined,
): string | null {
  const oldest = loaded?.lines[0]
  if (!oldest || !firstMessage || oldest.createdAt < firstMessage.createdAt) return null
  return loaded.older
}
