import { z } from 'zod'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { builder } from '../api/builder.ts'
import { readBack } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { changeSettings } from '../settings/change.ts'
import { Website } from '../websites/website.ts'
import { Weekday } from './office-hours.ts'
import { closedDates, timeZone, weekly } from './rules.ts'

const WeeklyHoursInput = builder.inputType('WeeklyHoursInput', {
  description: 'Hours on a day of the week.',
  fields: (t) => ({
    day: t.field({ type: Weekday, required: true, description: 'Day on which they begin.' }),
    opens: t.string({ required: true, description: 'Opening time, `HH:MM`.' }),
    closes: t.string({
      required: true,
      description: 'Closing time, `HH:MM` or `24:00`; on the next day unless it is later than `opens`.',
    }),
  }),
})

mutation('setOfficeHours', {
  description: 'Replaces the office hours, which customers see while the team is away.',
  scope: { writeSettings: true },
  fields: (t) => ({
    timeZone: t.string({
      required: true,
      description: 'Time zone of all times (IANA), such as `Europe/Berlin`.',
    }),
    weekly: t.field({
      type: [WeeklyHoursInput],
      required: true,
      description: 'Hours of a week, at most 50; empty to remove the office hours.',
    }),
    closedDates: t.stringList({
      description: 'Dates on which the team is closed, `YYYY-MM-DD`, at most 100.',
    }),
  }),
  input: z.object({ timeZone, weekly, closedDates: closedDates.nullish() }),
  work: ({ timeZone, weekly, closedDates }, context): Promise<{ websiteId: string }> =>
    changeSettings(context, 'setOfficeHours', async (tx, websiteId) => {
      const officeHours = { timeZone, weekly, closedDates: closedDates ?? [] }
      await tx.website.update({
        where: { id: websiteId },
        data: { officeHours: weekly.length > 0 ? officeHours : Prisma.DbNull },
      })
      return {
        result: { websiteId },
        details: {
          timeZone,
          weekly: weekly.map(({ day, opens, closes }) => `${day} ${opens}–${closes}`).join(', '),
          closedDates: officeHours.closedDates.join(', '),
        },
      }
    }),
  payload: (t) => ({
    website: t.prismaField({
      type: Website,
      description: 'The website after the change.',
      resolve: (query, { websiteId }) =>
        readBack(db.website.findUnique({ ...query, where: { id: websiteId } })),
    }),
  }),
})
