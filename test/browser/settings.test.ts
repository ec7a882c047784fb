import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { startReceiver } from '../support/webhook-receiver.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]

async function openConsole(email: string) {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 900 } })
  await opened.page.goto(consoleOf(website, email).linkTo())
  return opened
}

/** An administrator's console, in which each test opens its own section of the settings. */
const { page, complaints } = await openConsole('ada@acme.com')
await page.getByRole('link', { name: 'Settings' }).click()

async function section(name: string) {
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name, exact: true }).waitFor()
}

test('changes by an administrator in the console show in a customer’s open frame', async () => {
  const customer = await openPage(browser)
  const src = website.frameUrl('jane@example.com')
  await customer.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  const frame = customer.page.frameLocator('iframe')
  await frame.getByRole('button', { name: 'New ticket' }).first().click()
  await frame.getByLabel('Subject').fill('Written before')

  await section('Categories')
  await page.getByLabel('New category').fill('Repairs')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await frame.getByLabel('Category').selectOption({ label: 'Repairs' })

  await section('FAQs')
  await page.getByRole('button', { name: 'Add a question' }).click()
  await page.getByLabel('Question', { exact: true }).fill('Do you repair kettles?')
  await page.getByLabel('Answer').fill('**Yes**, all of them.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await frame.getByText('Do you repair kettles?').click()
  await frame.locator('strong', { hasText: 'Yes' }).waitFor()

  await section('Customization')
  await page.getByLabel('HTML for the head').fill('<style>:root { --tc-accent: rgb(10, 90, 60) }</style>')
  await page.getByRole('button', { name: 'Save' }).click()
  const button = frame.getByRole('button', { name: 'Open ticket' })
  await expect
    .poll(() => button.evaluate((element) => getComputedStyle(element).backgroundColor))
    .toBe('rgb(10, 90, 60)')

  await section('Security')
  await page.getByLabel('Host').fill('shop.acme.com')
  await page.getByRole('button', { name: 'Add', exact: true }).first().click()
  await page.getByText('shop.acme.com').first().waitFor()
  expect(await frame.getByLabel('Subject').inputValue()).toBe('Written before')
  expect([complaints, customer.complaints]).toEqual([[], []])
  await customer.page.close()
})

test('a new key stays on its page until it is acknowledged, whatever else is done meanwhile', async () => {
  const keys = () => page.getByRole('link', { name: 'API keys', exact: true }).click()
  await keys()
  const shown = page.locator('.tc-new-key')
  for (const name of ['Stock', 'Billing']) {
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByRole('button', { name: 'Create a key' }).click()
    await shown.filter({ hasText: name }).waitFor()
  }
  const texts = await shown.locator('code').allInnerTexts()
  expect(texts).toEqual([expect.stringMatching(/^tck_/), expect.stringMatching(/^tck_/)])
  await page.getByRole('link', { name: 'Tickets', exact: true }).click()
  await page.getByText('All answered').waitFor()
  await page.getByRole('link', { name: 'Settings' }).click()
  await keys()
  await shown.first().waitFor()
  expect(await shown.locator('code').allInnerTexts()).toEqual(texts)
  for (const _key of texts) await shown.first().getByRole('button', { name: 'Done' }).click()
  await page.getByRole('link', { name: 'Security', exact: true }).click()
  await keys()
  await page.getByRole('button', { name: 'Create a key' }).waitFor()
  expect([await shown.count(), complaints]).toEqual([0, []])
})

test('a webhook is added, tested and seen to arrive', async () => {
  const receiver = await startReceiver()
  receiver.set('/hook', 500)
  await section('Webhooks')
  await page.getByLabel('Address').fill('https://169.254.169.254/')
  await page.getByRole('button', { name: 'Add a webhook' }).click()
  await page.getByText('This is not a public address').waitFor()
  await page.getByLabel('Address').fill(receiver.url('/hook'))
  await page.getByLabel('message.posted').check()
  await page.getByRole('button', { name: 'Add a webhook' }).click()
  const secret = await page.locator('.tc-new-key code').innerText()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Deliveries to' }).click()
  await page.getByRole('button', { name: 'Send a test' }).click()
  await page.getByText('Status: 500').waitFor()
  receiver.set('/hook', 204)
  await page.getByRole('button', { name: 'Send again', exact: true }).click()
  await page.getByText('Delivered').waitFor()
  await page.getByRole('button', { name: 'Details' }).click()
  await page.locator('.tc-deliveries code').getByText('"type": "test"').waitFor()
  expect(await violations(page.mainFrame())).toEqual([])
  const [arrival] = await receiver.count('/hook', 2)
  new Webhook(secret).verify(arrival?.body ?? '', arrival?.headers as Record<string, string>)
  await page.getByRole('button', { name: 'Delete “' }).click()
  await page.locator('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('No webhooks yet.').waitFor()
  expect(complaints).toEqual([])
})

test('agents have no link to the settings', async () => {
  const agent = await openConsole('olaf@acme.com')
  await agent.page.getByText('All answered').waitFor()
  expect(await agent.page.getByRole('link', { name: 'Settings' }).count()).toBe(0)
  await agent.page.close()
})

test('administrators see an undelivered invitation and can resend it', async () => {
  const { db } = await import('../../server/database/db.ts')
  const input = { name: 'Bob', email: 'bob@acme.com', role: 'AGENT' }
  await website.key.run('addOperator', input, '__typename')
  const state = async () =>
    (await db.signInLink.findFirst({ where: { websiteId: website.websiteId, email: input.email } }))?.state
  await expect.poll(state).toBe('SENT')
  const where = { websiteId: website.websiteId, email: input.email }
  await db.signInLink.updateMany({ where, data: { state: 'FAILED', failure: '550 No such user' } })

  await section('Team')
  await page.reload()
  const notice = page.getByText('The invitation was not delivered: 550 No such user')
  await notice.waitFor()
  expect(await violations(page.mainFrame())).toEqual([])
  await page.getByRole('button', { name: 'Resend the invitation of Bob' }).click()
  await notice.waitFor({ state: 'detached' })
  await expect.poll(() => db.signInLink.count({ where: { ...where, state: 'SENT' } })).toBe(1)
  expect(complaints).toEqual([])
})
