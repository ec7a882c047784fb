import { expect, test } from 'vitest'
import { withNewestPage } from '../../client/console/state/tickets.ts'

const nothing = { tickets: [], older: null, listed: false }
const page = (hasNextPage: boolean) => ({
  totalCount: null,
  edges: [],
  pageInfo: { hasNextPage, endCursor: hasNextPage ? 'cursor' : null },
})

test('a search that stopped before it found anything goes on from there', () => {
  expect(withNewestPage(nothing, page(true) as never)).toEqual({ tickets: [], older: 'cursor', listed: true })
  expect(withNewestPage(nothing, page(false) as never)).toEqual({ tickets: [], older: null, listed: true })
})
