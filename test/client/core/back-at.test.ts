import { expect, test } from 'vitest'
import { backAt } from '../../../client/core/back-at.ts'
import { comingDay } from '../../../client/core/dates.ts'

const monday = { opensAt: '2027-03-01T08:00:00.000Z', closesAt: '2027-03-01T16:00:00.000Z' }
const tuesday = { opensAt: '2027-03-02T08:00:00.000Z', closesAt: '2027-03-02T16:00:00.000Z' }

test.for([
  ['before it opens', '2027-03-01T07:59:59.999Z', monday.opensAt],
  ['when it opens', '2027-03-01T08:00:00.000Z', undefined],
  ['while it is open', '2027-03-01T15:59:59.999Z', undefined],
  ['when it closes', '2027-03-01T16:00:00.000Z', tuesday.opensAt],
  ['after all that is known', '2027-03-03T08:00:00.000Z', undefined],
] as const)('%s, the team is back at the next opening, if any', ([, now, opensAt]) => {
  expect(backAt([monday, tuesday], Date.parse(now))?.toISOString()).toBe(opensAt)
})

test.for([
  ['today', 0, ''],
  ['tomorrow', 1, 'Tuesday'],
  ['in six days', 6, 'Sunday'],
  ['in a week', 7, 'Monday, March 8'],
] as const)('the day of what comes %s is “%s”', ([, days, shown]) => {
  const now = new Date(2027, 2, 1, 12)
  const date = new Date(2027, 2, 1 + days, 13)
  expect(comingDay('en-US', date, now.getTime())).toBe(shown)
})
