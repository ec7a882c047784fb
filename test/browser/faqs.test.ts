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
