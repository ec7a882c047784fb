import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { follow } from '../support/live.ts'
import { bootOf, load } from '../support/page.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const fields = 'timeZone weekly { day opens closes } closedDates openPeriods { opensAt closesAt }'
const monday = { day: 'MONDAY', opens: '09:00', closes: '17:00' }
const given = { timeZone: 'Asia/Kathmandu', weekly: [monday], closedDates: ['2027-12-24', '2027-12-24'] }

async function withHours() {
  const website = await createTestWebsite(origin, rootKey)
  const set = (input = {}) =>
    website.key.run('setOfficeHours', { ...given, ...input }, `website { officeHours { ${fields} } }`)
  const { officeHours } = (await set()).website
  return { ...website, set, officeHours }
}

describe('office hours', () => {
  test('are stored, computed, and the same for all who see the website', async () => {
    const { officeHours, customer, operator } = await withHours()
    expect(officeHours).toMatchObject({
      timeZone: 'Asia/Kathmandu',
      weekly: [monday],
      closedDates: ['2027-12-24'],
    })
    // A quarter to six hours ahead of UTC.
    expect(officeHours.openPeriods[0]).toEqual({
      opensAt: expect.stringContaining('T03:15:00.000Z'),
      closesAt: expect.stringContaining('T11:15:00.000Z'),
    })
    for (const client of [await customer('jane@example.com'), await operator('olaf@acme.com')])
      expect((await client.ask(`{ website { officeHours { ${fields} } } }`)).website).toEqual({ officeHours })
  })

  test('are in the frame’s document, and reach open frames when they change', async () => {
    const { frameUrl, customer, set, officeHours } = await withHours()
    const { data } = bootOf(await load(frameUrl('jane@example.com'), { referer: `${dashboard}/` }))
    expect(data.website.officeHours).toEqual({ openPeriods: officeHours.openPeriods })
    const news = follow(
      await customer('jane@example.com'),
      'subscription { websiteChanged { officeHours { timeZone } } }',
    )
    await news.connected
    await set({ timeZone: 'UTC' })
    await news.until((items) =>
      items.some(({ websiteChanged }) => websiteChanged.officeHours?.timeZone === 'UTC'),
    )
    await news.close()
  })

  test('are removed by an empty week', async () => {
    const { set } = await withHours()
    expect((await set({ weekly: [] })).website).toEqual({ officeHours: null })
  })

  test.for([
    ['in a time zone that does not exist', { timeZone: 'Europe/Atlantis' }, ['timeZone']],
    ['in an offset', { timeZone: '+01:00' }, ['timeZone']],
    ['that begin at no time', { weekly: [{ ...monday, opens: '24:00' }] }, ['weekly', '0', 'opens']],
    ['that end at no time', { weekly: [monday, { ...monday, closes: '9:00' }] }, ['weekly', '1', 'closes']],
    ['that end when they begin', { weekly: [{ ...monday, closes: '09:00' }] }, ['weekly', '0', 'closes']],
    ['closed on no date', { closedDates: ['2027-02-29'] }, ['closedDates', '0']],
    ['closed on a date without zeros', { closedDates: ['2027-1-1'] }, ['closedDates', '0']],
    ['of 51 openings', { weekly: Array.from({ length: 51 }, () => monday) }, ['weekly']],
  ] as const)('%s are refused and change nothing', async ([, input, path]) => {
    const { key, officeHours } = await withHours()
    expect(await key.attempt('setOfficeHours', { ...given, ...input })).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', ...path] }],
    })
    expect((await key.ask(`{ website { officeHours { ${fields} } } }`)).website).toEqual({ officeHours })
  })
})
