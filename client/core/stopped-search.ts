interface Page {
  edges: readonly unknown[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null | undefined }
}

/**
 * The cursor to continue from if the server stopped a long search early: fewer than `size` results, but more to search.
 * Otherwise null.
 */
export function stoppedAt({ edges, pageInfo }: Page, size: number): string | null {
  return pageInfo.hasNextPage && edges.length < size ? (pageInfo.endCursor ?? null) : null
}
