import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const options = { allowedDomains: ['127.0.0.1', 'app.acme.com'] }
const [browser, port] = [await startBrowser(), await startDashboard()]

const weekdays = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']
const shownDays = weekdays.map((day) => day.charAt(0) + day.slice(1).toLowerCase())
/** The day of the week so many days from now, in UTC. */
const dayIn = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).getUTCDay()

test('a customer reads the greeting, and when the team is back, in their own time zone, until it is', async () => {
  const website = await createTestWebsite(origin, rootKey, options)
  const jane = await website.customer('jane@example.com')
  await jane.run('openTicket', { subject: 'Oven', body: 'It is cold' }, '__typename')
  await website.key.run('updateCustomization', { greeting: 'How can we help?' }, '__typename')
  const day = dayIn(2)
  const weekly = [{ day: weekdays[day], opens: '09:00', closes: '17:00' }]
  await website.key.run('setOfficeHours', { timeZone: 'UTC', weekly }, '__typename')

  const { page, complaints } = await openPage(browser, { timezoneId: 'Asia/Kolkata', locale: 'en-GB' })
  const src = website.frameUrl('jane@example.com', { locale: 'en-GB' })
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  const frame = page.frameLocator('iframe')
  const back = `We are back at 14:30 on ${shownDays[day]}.`
  await frame.locator('.tc-sidebar').getByText('How can we help?').waitFor()
  await frame.locator('.tc-sidebar').getByText(back).waitFor()
  await frame.getByRole('button', { name: 'New ticket' }).first().click()
  await frame.locator('.tc-new-ticket__form').getByText(back).waitFor()

  const always = weekdays.map((day) => ({ day, opens: '00:00', closes: '24:00' }))
  await website.key.run('setOfficeHours', { timeZone: 'UTC', weekly: always }, '__typename')
  await frame.locator('.tc-hours').first().waitFor({ state: 'detached' })
  await website.key.run('updateCustomization', { greeting: '' }, '__typename')
  await frame.locator('.tc-greeting').waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  await page.close()
})

test('an administrator sets a greeting and the office hours, which stay as they were set', async () => {
  const website = await createTestWebsite(origin, rootKey, options)
  const { page, complaints } = await openPage(browser, { timezoneId: 'Asia/Kolkata' })
  await page.goto(consoleOf(website, 'ada@acme.com').linkTo({ place: '/settings/welcome' }))
  const hours = page.getByRole('region', { name: 'Office hours' })
  const greeting = page.getByRole('region', { name: 'Greeting' })
  await greeting.getByRole('textbox').fill('How can we help?')
  await greeting.getByRole('button', { name: 'Save' }).click()
  await greeting.getByText('Saved', { exact: true }).waitFor()
  const [monday, sunday] = ['Monday', 'Sunday'].map((name) => hours.getByRole('group', { name }))
  if (!monday || !sunday) throw new Error('Not there')
  await monday.getByRole('button', { name: 'Add hours' }).click()
  await monday.getByLabel('Closes').fill('13:00')
  await sunday.getByRole('button', { name: 'Add hours' }).click()
  await sunday.getByLabel('Opens').fill('00:00')
  await sunday.getByLabel('Closes').fill('00:00')
  await hours.getByRole('button', { name: 'Add a date' }).click()
  await hours.getByLabel('Date', { exact: true }).fill('2027-12-24')
  await hours.getByRole('button', { name: 'Save' }).click()
  await hours.getByText('Saved', { exact: true }).waitFor()

  const query = '{ website { greeting officeHours { timeZone weekly { day opens closes } closedDates } } }'
  const { greeting: greets, officeHours } = (await website.key.ask(query)).website
  expect(greets).toBe('How can we help?')
  expect(officeHours).toEqual({
    timeZone: expect.stringMatching(/^Asia\/(Kolkata|Calcutta)$/),
    weekly: [
      { day: 'MONDAY', opens: '09:00', closes: '13:00' },
      { day: 'SUNDAY', opens: '00:00', closes: '24:00' },
    ],
    closedDates: ['2027-12-24'],
  })
  await page.reload()
  await monday.getByLabel('Closes').waitFor()
  expect(await monday.getByLabel('Closes').inputValue()).toBe('13:00')
  await monday.getByRole('button', { name: 'Remove 09:00–13:00' }).click()
  await monday.getByText('Closed').waitFor()
  expect(complaints).toEqual([])
  await page.close()
})
