import { describe, expect, test } from 'vitest'
import {
  between,
  type History,
  missingHistory,
  withNewestHistory,
  withOlderHistory,
} from '../../../client/core/history.ts'

const at = (minute: number) => ({ createdAt: `2026-01-01T12:0${minute}:00.000Z` })
const lines = [at(0), at(2), at(3), at(5)]

test('a history line follows the last message that is not newer', () => {
  expect(between(lines, at(2), at(5))).toEqual([at(2), at(3)])
  expect(between(lines, at(5), undefined)).toEqual([at(5)])
})

test('a history line older than the loaded messages is not shown', () => {
  expect(between(lines, at(1), at(2))).toEqual([])
})

describe('a history', () => {
  type Line = ReturnType<typeof line>
  const line = (minute: number) => ({ ...at(minute), id: `event ${minute}` })
  const page = (minutes: number[], startCursor: string | null) => ({
    edges: minutes.map((minute) => ({ node: line(minute) })),
    pageInfo: { hasPreviousPage: startCursor !== null, startCursor },
  })
  const minutesOf = ({ lines }: History<Line>) => lines.map(({ id }) => Number(id.at(-1)))

  test('loads more until it reaches back to the first loaded message', () => {
    const newest = withNewestHistory(undefined, page([6, 7], 'six'))
    expect(missingHistory(newest, at(3))).toBe('six')
    const both = withOlderHistory(newest, page([2, 4], 'two'))
    expect([minutesOf(both), missingHistory(both, at(3)), missingHistory(both, at(1))]).toEqual([
      [2, 4, 6, 7],
      null,
      'two',
    ])
    const all = withOlderHistory(both, page([1], null))
    expect([minutesOf(all), missingHistory(all, at(0))]).toEqual([[1, 2, 4, 6, 7], null])
  })

  test('keeps older lines when newer ones arrive, unless some in between are missing', () => {
    const loaded = withOlderHistory(withNewestHistory(undefined, page([4, 5], 'four')), page([2], 'two'))
    const newer = withNewestHistory(loaded, page([5, 6], 'five'))
    expect([minutesOf(newer), newer.older]).toEqual([[2, 4, 5, 6], 'two'])
    const ahead = withNewestHistory(loaded, page([7, 8], 'seven'))
    expect([minutesOf(ahead), ahead.older]).toEqual([[7, 8], 'seven'])
  })
})
