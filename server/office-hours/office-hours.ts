import { builder } from '../api/builder.ts'
import { planColumn } from '../websites/planned-website.ts'
import { Website } from '../websites/website.ts'
import { type OpenPeriod, openPeriods, type StoredHours, type WeeklyHours, weekdays } from './open-periods.ts'

const named = (day: string) => `${day.charAt(0)}${day.slice(1).toLowerCase()}.`

export const Weekday = builder.enumType('Weekday', {
  description: 'A day of the week.',
  values: Object.fromEntries(weekdays.map((day) => [day, { value: day, description: named(day) }])) as Record<
    (typeof weekdays)[number],
    { value: (typeof weekdays)[number]; description: string }
  >,
})

const WeeklyHoursType = builder.objectRef<WeeklyHours>('WeeklyHours').implement({
  description: 'Hours on a day of the week.',
  fields: (t) => ({
    day: t.expose('day', { type: Weekday, description: 'Day on which they begin.' }),
    opens: t.exposeString('opens', { description: 'Opening time, `HH:MM`.' }),
    closes: t.exposeString('closes', {
      description:
        'Closing time, `HH:MM` or `24:00`; on the next day unless it is later than `opens`, as in a night shift.',
    }),
  }),
})

const OpenPeriodType = builder.objectRef<OpenPeriod>('OpenPeriod').implement({
  description: 'A period during which the team is available without a break.',
  fields: (t) => ({
    opensAt: t.expose('opensAt', { type: 'DateTime', description: 'When it begins.' }),
    closesAt: t.expose('closesAt', { type: 'DateTime', description: 'When it ends.' }),
  }),
})

const computed = new WeakMap<StoredHours, OpenPeriod[]>()

/** Once for each row that was read: the first screens of two seconds share one. */
function periodsOf(hours: StoredHours): OpenPeriod[] {
  const periods = computed.get(hours) ?? openPeriods(hours, Date.now())
  computed.set(hours, periods)
  return periods
}

const OfficeHours = builder.objectRef<StoredHours>('OfficeHours').implement({
  description: 'When the team is available.',
  fields: (t) => ({
    timeZone: t.exposeString('timeZone', { description: 'Time zone of all times (IANA).' }),
    weekly: t.expose('weekly', { type: [WeeklyHoursType], description: 'Hours of a week, at most 50.' }),
    closedDates: t.exposeStringList('closedDates', {
      description:
        'Dates on which the team is closed, `YYYY-MM-DD`, in order, at most 100. Hours that began the evening ' +
        'before still end as usual.',
    }),
    openPeriods: t.field({
      type: [OpenPeriodType],
      description:
        'Upcoming periods, in order, at most eight: the current or next one, and those after it that begin within ' +
        'a week. Empty if none begins within a year.',
      resolve: periodsOf,
    }),
  }),
})

builder.prismaObjectField(Website, 'officeHours', (t) =>
  t.field({
    type: OfficeHours,
    description: 'When the team is available; null if that has not been set.',
    nullable: true,
    select: { officeHours: true },
    resolve: ({ officeHours }) => officeHours as unknown as StoredHours | null,
  }),
)

planColumn('officeHours', [
  ...['timeZone', 'weekly', 'closedDates', 'openPeriods'].map((name) => `OfficeHours.${name}`),
  ...['WeeklyHours.day', 'WeeklyHours.opens', 'WeeklyHours.closes'],
  ...['OpenPeriod.opensAt', 'OpenPeriod.closesAt'],
])
