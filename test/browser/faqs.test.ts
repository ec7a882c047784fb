import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]

describe('questions', () => {
  test('are counted when opened, once per visit, and failures are not shown', async () => {
    for (const question of ['Where?', 'When?'])
      await website.key.run('createFaq', { question, answer: 'Soon.' }, '__typename')
    const counts = async () => {
      const { website: found } = await website.key.ask('{ website { faqs { viewCount } } }')
      return found.faqs.map(({ viewCount }: { viewCount: number }) => viewCount)
    }
    const { page, context, complaints } = await openPage(browser)
    let views = 0
    page.on('request', (request) => {
      if (request.postData()?.includes('ViewFaq')) views += 1
    })
    const src = website.frameUrl('jane@example.com')
    await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
    const frame = page.frameLocator('iframe')
    const where = frame.getByText('Where?')
    await where.click()
    await expect.poll(counts).toEqual([1, 0])
    await where.click()
    await where.click()
    expect(complaints).toEqual([])
    await context.route('**/graphql', (route) => route.abort())
    await frame.getByText('When?').click()
    await frame.getByText('Soon.').last().waitFor()
    expect(await frame.getByRole('alert').count()).toBe(0)
    await context.unroute('**/graphql')
    await frame.getByLabel('Subject').fill('Help')
    await frame.getByLabel('Message').fill('Please')
    await frame.getByRole('button', { name: 'Open ticket' }).click()
    await frame.locator('.tc-conversation').waitFor()
    expect(views).toBe(2)
    expect(await counts()).toEqual([1, 0])
    await page.close()
  })
})

describe('while a subject is typed, the form', () => {
  test('offers the questions that may be meant, with their answers, and asks the server nothing', async () => {
    const { page } = await openPage(browser)
    const site = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
    const faqs = { 'Where are my invoices?': 'We email them.', 'Can I cancel an order?': 'Within a day.' }
    for (const [question, answer] of Object.entries(faqs))
      await site.key.run('createFaq', { question, answer }, '__typename')
    await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(site.frameUrl('jane@example.com'))}`)
    const frame = page.frameLocator('iframe')
    const matches = frame.locator('.tc-matches')
    await frame.getByLabel('Subject').fill('My printer')
    await frame.getByLabel('Message').fill('It prints twice')
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await frame.getByLabel('Subject').fill('invocie for October')
    await matches.getByText('Where are my invoices?').click()
    await matches.getByText('We email them.').waitFor()
    expect(await matches.getByRole('group').count()).toBe(1)
    // Opening one is counted.
    expect(requests.length).toBeLessThanOrEqual(1)
    await frame.getByLabel('Subject').fill('Printer')
    await expect.poll(() => matches.textContent()).toBe('')
    await page.close()
  })
})

test('on a phone, questions stand above the list, closed', async () => {
  const { page } = await openPage(browser, { viewport: { width: 380, height: 700 } })
  await website.key.run(
    'openTicket',
    { subject: 'Help', body: 'Please', customerEmail: 'max@example.com' },
    '__typename',
  )
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl('max@example.com'))}`)
  const frame = page.frameLocator('iframe')
  await frame.locator('.tc-help summary').click()
  await frame.locator('.tc-help').getByText('Where?').click()
  await frame.locator('.tc-help').getByText('Soon.').first().waitFor()
  await page.setViewportSize({ width: 1280, height: 700 })
  await frame.locator('.tc-help').waitFor({ state: 'hidden' })
  await page.close()
})
