import { expect, test } from 'vitest'
import { between } from '../../../client/core/history.ts'

const at = (minute: number) => ({ createdAt: `2026-01-01T12:0${minute}:00.000Z` })
const lines = [at(0), at(2), at(3), at(5)]

test('a history line follows the last message that is not newer', () => {
  expect(between(lines, at(2), at(5))).toEqual([at(2), at(3)])
  expect(between(lines, at(5), undefined)).toEqual([at(5)])
})

test('a history line older than the loaded messages is not shown', () => {
  expect(between(lines, at(1), at(2))).toEqual([])
})
