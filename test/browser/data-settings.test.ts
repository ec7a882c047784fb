import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const browser = await startBrowser()
const jane = 'jane@example.com'

// A website with a ticket, and its page about data, opened by an administrator: the tests go on where the last one ended.
const website = await createTestWebsite(origin, rootKey, { name: 'Acme & Söhne' })
const customer = await website.customer(jane)
await customer.run('openTicket', { subject: 'Printer', body: 'It is on fire' }, '__typename')
const { page, complaints } = await openPage(browser, { viewport: { width: 1280, height: 1500 } })
await page.goto(consoleOf(website, 'ada@acme.com').linkTo({ place: '/settings/data' }))
await page.getByText('There are none at the moment.').waitFor()

test('an administrator exports tickets and a customer’s data, and downloads the files', async () => {
  const download = async (name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `Download: ${name}` }).click(),
    ])
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }
  const exportButton = page.getByRole('button', { name: 'Export', exact: true })
  await exportButton.first().click()
  const all = await download('All tickets')
  expect(all.name).toMatch(/^tickets-\d{4}-\d\d-\d\d\.csv$/)
  expect(all.text).toContain('It is on fire')

  await page.getByLabel('Format').selectOption('JSON Lines, for programs')
  await page.getByLabel('Changed since').fill('2099-01-02')
  await exportButton.first().click()
  expect((await download('Tickets changed since Jan 2, 2099')).text).toBe('')

  const email = page.getByLabel('Email address of the customer')
  await email.fill('jane')
  await exportButton.last().click()
  await page.getByText('This is not an email address').waitFor()
  await email.fill(` ${jane} `)
  await exportButton.last().click()
  expect((await download(`Data of ${jane}`)).text).toMatch(/^{"type":"customer"/)
  expect(await violations(page.mainFrame())).toEqual([])
  expect(complaints).toEqual([])
})

test('an administrator erases a customer, after a question, and all exports with them', async () => {
  const file = page.getByRole('link', { name: 'Download: All tickets' })
  await file.waitFor()
  const erase = page.getByRole('button', { name: 'Erase', exact: true })
  const email = page.getByLabel('Email address of the customer')
  await email.fill('')
  expect(await erase.isDisabled()).toBe(true)
  await email.fill(jane)
  await erase.click()
  const dialog = page.getByRole('dialog', { name: `Erase ${jane}?` })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  const subject = async () =>
    (await website.key.ask('{ tickets(first: 1) { edges { node { subject } } } }')).tickets.edges[0].node
      .subject
  expect(await subject()).toBe('Printer')
  await erase.click()
  await dialog.getByRole('button', { name: 'Erase' }).click()
  await page.getByText('Erased. Tickets: 1, messages: 1.').waitFor()
  expect(await subject()).toBe('[…]')
  await file.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

test('an administrator chooses how long tickets are kept', async () => {
  await page.getByLabel('Old solved tickets').selectOption('Erase after 24 months')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved').waitFor()
  const { settings } = (await website.key.ask('{ website { settings { retentionMonths retentionAction } } }'))
    .website
  expect(settings).toEqual({ retentionMonths: 24, retentionAction: 'ERASE' })
  expect(complaints).toEqual([])
})

test('a ticket center is deleted only by its name, and says goodbye', async () => {
  await page.getByRole('button', { name: 'Delete this ticket center' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete the ticket center of Acme & Söhne?' })
  const name = dialog.getByLabel('Type Acme & Söhne to confirm')
  await name.fill('acme')
  await dialog.getByRole('button', { name: 'Delete permanently' }).click()
  await dialog.getByText('This is not the name.').waitFor()
  expect(await violations(page.mainFrame())).toEqual([])
  expect((await website.key.ask('{ tickets { totalCount } }')).tickets.totalCount).toBe(1)
  await name.fill('Acme & Söhne')
  await dialog.getByRole('button', { name: 'Delete permanently' }).click()
  await page.getByRole('heading', { name: 'The ticket center was deleted' }).waitFor()
  expect(await violations(page.mainFrame())).toEqual([])
  const code = async () => (await website.key.send('{ tickets { totalCount } }')).errors?.[0]?.extensions.code
  await expect.poll(code, { timeout: 20_000 }).toBe('UNAUTHENTICATED')
  // The end of the session does not take its place.
  await page.getByText('What is stored for Acme & Söhne is being removed.').waitFor()
})
