import { expect, test } from 'vitest'
import { stoppedAt } from '../../../client/core/stopped-search.ts'

const page = (found: number, hasNextPage: boolean) => ({
  edges: Array.from({ length: found }, () => ({})),
  pageInfo: { hasNextPage, endCursor: 'end' },
})

test.for([
  ['that found nothing in time', page(0, true), 'end'],
  ['that found something in time', page(24, true), 'end'],
  ['whose page is full', page(25, true), null],
  ['that found nothing at all', page(0, false), null],
  ['that found the last', page(3, false), null],
] as const)('a search %s continues from %s', ([, given, from]) => {
  expect(stoppedAt(given, 25)).toBe(from)
})
