import type { Client } from './client.ts'

const query = `query ($search: String, $after: String) { tickets(filter: { search: $search }, after: $after) {
  edges { node { number } } pageInfo { hasNextPage endCursor }
} }`

interface Found {
  edges: { node: { number: number } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** Numbers of the tickets that a search finds. On a busy machine it may pause before it has found anything. */
export async function findTickets(caller: Client, search: string): Promise<number[]> {
  const numbers: number[] = []
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo }: Found = (await caller.ask(query, { search, after })).tickets
    numbers.push(...edges.map(({ node }) => node.number))
    if (!pageInfo.hasNextPage) return numbers
    after = pageInfo.endCursor
  }
}
