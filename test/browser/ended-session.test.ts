import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const [browser, port] = [await startBrowser(), await startDashboard()]

test.for([
  ['light', 1280],
  ['dark', 380],
] as const)(
  'a frame whose session ends lists what is not sent, %s and %i px wide',
  async ([colorScheme, width]) => {
    const website = await createTestWebsite(origin, rootKey, {
      allowedDomains: ['127.0.0.1', 'app.acme.com'],
    })
    const jane = await website.customer('jane@example.com')
    await jane.run('openTicket', { subject: 'Parcel lost', body: 'Please' }, '__typename')
    const { page } = await openPage(browser, { colorScheme, viewport: { width, height: 800 } })
    await page.goto(
      `http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl('jane@example.com'))}`,
    )
    const frame = page.frameLocator('iframe')
    await frame.locator('.tc-ticket').first().click()
    await frame.getByLabel('Your reply').fill('It has still\nnot come.')
    if (width < 900) await frame.getByRole('button', { name: 'Back to your tickets' }).click()
    await frame.getByRole('button', { name: 'New ticket' }).first().click()
    await frame.getByLabel('Subject').fill('The oven stays cold')
    await frame.getByLabel('Message').fill('It was warm yesterday.')
    await website.key.run('rollSecret', { kind: 'CUSTOMER', overlapHours: 0 }, '__typename')
    await frame.getByText('Copy your unsent text first').waitFor()
    const texts = [frame.getByLabel('New ticket'), frame.getByLabel('Parcel lost')]
    expect(await Promise.all(texts.map((area) => area.inputValue()))).toEqual([
      'The oven stays cold\n\nIt was warm yesterday.',
      'It has still\nnot come.',
    ])
    expect(await violations(page.frames()[1] as never)).toEqual([])
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/ended-${colorScheme}-${width}.png` })
    await page.close()
  },
)
