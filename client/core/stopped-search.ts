interface Page {
  edges: readonly unknown[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null | undefined }
}

/**
 * Where a search goes on that stopped because it took long: its page of so many tickets is not full, yet there are more
 * to look at. Null for a page that is as it should be.
 */
export function stoppedAt({ edges, pageInfo }: Page, size: number): string | null {
  return pageInfo.hasNextPage && edges.length < size ? (pageInfo.endCursor ?? null) : null
}
