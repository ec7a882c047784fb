import { expect, test } from 'vitest'
import { openPeriods, type StoredHours, type WeeklyHours } from '../../server/office-hours/open-periods.ts'
import { instantAt, timeZoneNamed, wallClock } from '../../server/office-hours/wall-clock.ts'

/** `MON-FRI 09:00-17:00, SAT 10:00-12:00` */
function weeklyOf(text: string): WeeklyHours[] {
  const days = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const
  const at = (short: string) => days.findIndex((day) => day.startsWith(short))
  return text.split(', ').flatMap((part) => {
    const [range = '', times = ''] = part.split(' ')
    const [from = '', to = from] = range.split('-')
    const [opens = '', closes = ''] = times.split('-')
    return days.slice(at(from), at(to) + 1).map((day) => ({ day, opens, closes }))
  })
}

const hours = (timeZone: string, weekly: string, closedDates: string[] = []): StoredHours => ({
  timeZone,
  weekly: weeklyOf(weekly),
  closedDates,
})

/** The first periods from a time on, `2027-03-01T08:00Z/16:00Z` or with the date of the end. */
function shown(office: StoredHours, now: string, count = 1): string[] {
  const short = (date: Date) => date.toISOString().replace(':00.000Z', 'Z')
  return openPeriods(office, Date.parse(now))
    .slice(0, count)
    .map(({ opensAt, closesAt }) => {
      const [from, to] = [short(opensAt), short(closesAt)]
      return `${from}/${to.slice(0, 10) === from.slice(0, 10) ? to.slice(11) : to}`
    })
}

const office = 'MON-FRI 09:00-17:00'

// 2027-03-28 is a Sunday on which Europe puts its clocks forward; on 2027-10-31 it puts them back.
test.for([
  ['the current one', hours('Europe/Berlin', office), '2027-03-01T12:00Z', ['2027-03-01T08:00Z/16:00Z']],
  [
    'the one of the same day',
    hours('Europe/Berlin', office),
    '2027-03-01T05:00Z',
    ['2027-03-01T08:00Z/16:00Z'],
  ],
  [
    'the next day once it has ended',
    hours('Europe/Berlin', office),
    '2027-03-01T16:00Z',
    ['2027-03-02T08:00Z/16:00Z'],
  ],
  [
    'after a weekend on which clocks are put forward',
    hours('Europe/Berlin', office),
    '2027-03-26T17:00Z',
    ['2027-03-29T07:00Z/15:00Z'],
  ],
  [
    'after a weekend on which clocks are put back',
    hours('Europe/Berlin', office),
    '2027-10-29T17:00Z',
    ['2027-11-01T08:00Z/16:00Z'],
  ],
  [
    'an hour shorter when clocks are put forward meanwhile',
    hours('Europe/Berlin', 'SUN 00:00-06:00'),
    '2027-03-27T12:00Z',
    ['2027-03-27T23:00Z/2027-03-28T04:00Z'],
  ],
  [
    'an hour longer when clocks are put back meanwhile',
    hours('Europe/Berlin', 'SUN 00:00-06:00'),
    '2027-10-30T12:00Z',
    ['2027-10-30T22:00Z/2027-10-31T05:00Z'],
  ],
  [
    'later, when the time at which it opens does not exist',
    hours('Europe/Berlin', 'SUN 02:30-06:00'),
    '2027-03-27T12:00Z',
    ['2027-03-28T01:30Z/04:00Z'],
  ],
  [
    'the first of two, when the time at which it opens comes twice',
    hours('Europe/Berlin', 'SUN 02:30-06:00'),
    '2027-10-30T12:00Z',
    ['2027-10-31T00:30Z/05:00Z'],
  ],
  [
    'in the half-hour zone of India',
    hours('Asia/Kolkata', office),
    '2027-03-01T00:00Z',
    ['2027-03-01T03:30Z/11:30Z'],
  ],
  [
    'in the quarter-hour zone of Nepal',
    hours('Asia/Kathmandu', office),
    '2027-03-01T00:00Z',
    ['2027-03-01T03:15Z/11:15Z'],
  ],
  [
    'where summer is half an hour ahead, on Lord Howe',
    hours('Australia/Lord_Howe', office),
    '2027-04-02T10:00Z',
    ['2027-04-04T22:30Z/2027-04-05T06:30Z'],
  ],
  [
    'in a zone a day ahead of UTC',
    hours('Pacific/Kiritimati', office),
    '2027-02-28T12:00Z',
    ['2027-02-28T19:00Z/2027-03-01T03:00Z'],
  ],
  [
    'a night shift that has begun yesterday',
    hours('America/New_York', 'MON-FRI 22:00-06:00'),
    '2027-03-02T08:00Z',
    ['2027-03-02T03:00Z/11:00Z'],
  ],
  [
    'a night shift of Saturday into Sunday, over the change of clocks',
    hours('America/New_York', 'SAT 22:00-06:00'),
    '2027-03-13T12:00Z',
    ['2027-03-14T03:00Z/10:00Z'],
  ],
  [
    'both sides of a lunch break',
    hours('Europe/Berlin', 'MON 13:00-17:00, MON 09:00-12:00'),
    '2027-03-01T00:00Z',
    ['2027-03-01T08:00Z/11:00Z', '2027-03-01T12:00Z/16:00Z'],
  ],
  [
    'one, where two overlap or touch',
    hours('UTC', 'MON 09:00-12:00, MON 11:00-13:00, MON 13:00-24:00, TUE 00:00-01:00'),
    '2027-03-01T00:00Z',
    ['2027-03-01T09:00Z/2027-03-02T01:00Z'],
  ],
  [
    'after closed dates, however many',
    hours('UTC', 'MON 09:00-10:00', ['2027-03-01', '2027-03-08', '2027-03-15', '2027-03-22']),
    '2027-03-01T00:00Z',
    ['2027-03-29T09:00Z/10:00Z'],
  ],
  [
    'a night shift into a closed date',
    hours('UTC', 'MON-TUE 22:00-06:00', ['2027-03-02']),
    '2027-03-02T01:00Z',
    ['2027-03-01T22:00Z/2027-03-02T06:00Z'],
  ],
] as const)('the next period is %s', ([, office, now, periods]) => {
  expect(shown(office, now, periods.length)).toEqual(periods)
})

test('a team that is always there has one period, which lasts for days', () => {
  const [always, ...others] = openPeriods(
    hours('Europe/Berlin', 'SUN-SAT 00:00-24:00'),
    Date.parse('2027-03-26T12:00Z'),
  )
  expect(others).toEqual([])
  expect((always?.closesAt.getTime() ?? 0) - (always?.opensAt.getTime() ?? 0)).toBeGreaterThan(
    7 * 24 * 3_600_000,
  )
})

test('hours of which all dates are closed have no period', () => {
  const day = 24 * 3_600_000
  const dates = Array.from({ length: 60 }, (_, at) => new Date(Date.UTC(2027, 2, 1) + 7 * at * day))
  const closed = dates.map((date) => date.toISOString().slice(0, 10))
  expect(shown(hours('UTC', 'MON 09:00-10:00', closed), '2027-03-01T00:00Z')).toEqual([])
})

test('a clock shows what it was set to, in each hour of a year', () => {
  const hour = 3_600_000
  for (const timeZone of ['Australia/Lord_Howe', 'Africa/Casablanca']) {
    for (let at = Date.UTC(2027, 0, 1); at < Date.UTC(2028, 0, 1); at += hour) {
      const instant = instantAt(wallClock(at, timeZone), timeZone)
      // The hour that comes twice is the first of both.
      expect([0, hour, hour / 2]).toContain(at - instant)
    }
  }
})

test.for([
  ['europe/berlin', 'Europe/Berlin'],
  ['UTC', 'UTC'],
  ['Asia/Kathmandu', 'Asia/Kathmandu'],
  ['+01:00', undefined],
  ['Europe/Atlantis', undefined],
  ['', undefined],
  ['Europe/Berlin ', undefined],
] as const)('%j is the time zone %s', ([name, found]) => {
  expect(timeZoneNamed(name)).toBe(found)
})
