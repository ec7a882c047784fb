import { expect, test } from 'vitest'
import { roughDuration } from '../../../client/core/dates.ts'

const minutes = 60
const hours = 60 * minutes
const days = 24 * hours

test.each<[seconds: number, words: string]>([
  [0, '5 minutes'],
  [5 * minutes, '5 minutes'],
  [5 * minutes + 1, '10 minutes'],
  [55 * minutes, '55 minutes'],
  [55 * minutes + 1, '1 hour'],
  [hours + 1, '2 hours'],
  [23 * hours, '23 hours'],
  [23 * hours + 1, '1 day'],
  [8 * days, '8 days'],
])('%i seconds are roughly %s', (seconds, words) => {
  expect(roughDuration('en', seconds)).toBe(words)
})
