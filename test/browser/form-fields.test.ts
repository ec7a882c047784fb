import type { FrameLocator } from 'playwright-core'
import { expect, test } from 'vitest'
import { createForm } from '../fields/form.ts'
import { startApp } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { startCompany } from '../support/company.ts'
import { iframeTag, openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, {
  allowedDomains: ['dash.acme.test', 'app.acme.com'],
})
const [browser, serve] = [await startBrowser(), await startCompany()]
const { key } = website
const category = await createForm(key)
const written = { category, subject: 'Help', body: 'Please' }

async function open(email: string, more: Record<string, string>) {
  const { page, context, complaints } = await openPage(browser)
  await page.goto(serve(iframeTag(website.frameUrl(email, more))))
  const frame = page.frameLocator('iframe')
  await frame.getByLabel('Order').waitFor()
  return { page, context, complaints, frame, form: frame.locator('form') }
}

async function sendFrom(frame: FrameLocator) {
  await frame.locator('[type=submit]').click()
  await frame.locator('.tc-conversation .tc-message').waitFor()
}

async function valuesOf(customerEmail: string) {
  const query = `query ($filter: TicketFilter) {
    tickets(filter: $filter) { edges { node { fields { name value } } } }
  }`
  const { tickets } = await key.ask(query, { filter: { customerEmail } })
  const fields: { name: string; value: string }[] = tickets.edges[0].node.fields
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]))
}

test('the form asks for the fields of the category, for those that are shown only, and explains refusals', async () => {
  const { page, context, complaints, frame, form } = await open('jane@example.com', written)
  const error = (text: string) => form.locator('.tc-error', { hasText: text })
  await frame.getByRole('button', { name: 'Open ticket' }).click()
  await error('This field is required.').waitFor()
  const focused = frame.locator(':focus')
  expect(await focused.getAttribute('name')).toBe('field.plan')
  expect(await frame.getByLabel('Seats').count()).toBe(0)
  await frame.getByLabel('Plan').selectOption('Pro')
  await frame.getByLabel('Seats').fill('12.5')
  await frame.getByLabel('Urgent').check()
  await frame.getByLabel('Reason').fill('It is late')
  await frame.getByLabel('Order').fill('x')
  await frame.getByRole('button', { name: 'Open ticket' }).click()
  await error('Such as AB-12').waitFor()
  expect(await focused.getAttribute('name')).toBe('field.order')
  const [, inner] = page.frames()
  expect(inner && (await violations(inner))).toEqual([])
  await frame.getByLabel('Order').fill('AB-12')
  await frame.getByLabel('Plan').selectOption('Free')
  await frame.getByLabel('Urgent').uncheck()
  expect(await frame.getByLabel(/Seats|Reason/).count()).toBe(0)
  await sendFrom(frame)
  // What is not shown is not sent.
  expect(await valuesOf('jane@example.com')).toEqual({ order: 'AB-12', plan: 'Free', urgent: 'false' })
  expect(complaints).toEqual([])
  await context.close()
})

test('the frame’s address fills in fields, and numbers are typed as the language writes them', async () => {
  const more = {
    ...written,
    'field.Order': 'AB-7',
    'field.plan': 'Gold',
    'field.urgent': 'true',
    'field.no': 'x',
  }
  const { context, complaints, frame } = await open('joe@example.com', { ...more, locale: 'de' })
  expect(await frame.getByLabel('Order').inputValue()).toBe('AB-7')
  expect(await frame.getByLabel('Plan').inputValue()).toBe('')
  expect(await frame.getByLabel('Urgent').isChecked()).toBe(true)
  await frame.getByLabel('Plan').selectOption('Pro')
  await frame.getByLabel('Seats').fill('1,5')
  await sendFrom(frame)
  expect(await valuesOf('joe@example.com')).toEqual({
    order: 'AB-7',
    plan: 'Pro',
    seats: '1.5',
    urgent: 'true',
  })
  expect(complaints).toEqual([])
  await context.close()
})

test('an open form follows the settings', async () => {
  const { context, frame } = await open('jim@example.com', { ...written, 'field.plan': 'Free' })
  const field = { categoryId: category, name: 'late', label: 'Added later', type: 'TEXT', required: true }
  await key.run('createCategoryField', field, '__typename')
  await frame.getByLabel('Added later').fill('Seen')
  await sendFrom(frame)
  expect(await valuesOf('jim@example.com')).toMatchObject({ late: 'Seen' })
  await context.close()
})
