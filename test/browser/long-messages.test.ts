import type { FrameLocator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const jane = await website.customer('jane@example.com')
const log = Array.from({ length: 60 }, (_, line) => `Line ${line + 1}`).join('\n\n')
const body = `Run this:\n\n\`\`\`\nnpm ci\nnpm start\n\`\`\``
const { ticket } = await jane.run('openTicket', { subject: 'Log', body: log }, 'ticket { id }')
await website.key.run('reply', { ticketId: ticket.id, body }, '__typename')
await website.key.run('reply', { ticketId: ticket.id, body: log }, '__typename')

async function openFrame() {
  const opened = await openPage(browser)
  const src = website.frameUrl('jane@example.com', { ticket: '1' })
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  return { ...opened, place: opened.page.frameLocator('iframe') }
}

async function openConsole() {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 600 } })
  await opened.page.goto(consoleOf(website, 'ada@acme.com').linkTo({ place: '/tickets/1' }))
  return { ...opened, place: opened.page }
}

const heights = (messages: ReturnType<Page['locator']>) =>
  messages.evaluateAll((all) => all.map((one) => one.querySelector('.tc-long')?.clientHeight ?? 0))

describe.each<[string, () => Promise<{ page: Page; place: Page | FrameLocator; complaints: string[] }>]>([
  ['the frame', openFrame],
  ['the console', openConsole],
])('%s', async (_, open) => {
  const { page, place, complaints } = await open()

  test('shows the beginning of a long message until more is wanted', async () => {
    const messages = place.locator('.tc-message')
    const last = messages.last()
    const more = last.getByRole('button', { name: 'Show more' })
    await more.hover()
    const [first, short, third] = await heights(messages)
    expect([first, third]).toEqual([third, first])
    expect(short).toBeLessThan(first ?? 0)

    const { y = 0 } = (await last.boundingBox()) ?? {}
    await more.click()
    const less = last.getByRole('button', { name: 'Show less' })
    await less.waitFor()
    expect((await heights(messages))[2]).toBeGreaterThan(2 * (first ?? 0))
    expect((await last.boundingBox())?.y).toBe(y)
    await less.focus()
    await less.press('Enter')
    await expect.poll(() => heights(messages)).toEqual([first, short, third])
    expect(complaints).toEqual([])
  })

  test('copies a block of code', async () => {
    await place.getByRole('button', { name: 'Copy code' }).click()
    await place.locator('.tc-block').getByText('Copied').first().waitFor()
    const reply = place.getByLabel('Your reply')
    await reply.press('Control+v')
    expect(await reply.inputValue()).toBe('npm ci\nnpm start')
    await reply.fill('')
    expect(complaints).toEqual([])
    await page.close()
  })
})

test('code is selected where the browser does not allow copying, and a long message opens for the focus', async () => {
  const { page, place } = await openFrame()
  await place.getByRole('button', { name: 'Copy code' }).waitFor()
  await page.frames()[1]?.evaluate('document.execCommand = () => false')
  await place.getByRole('button', { name: 'Copy code' }).click()
  await place.locator('.tc-block').getByText('Press Ctrl+C').first().waitFor()
  expect(String(await page.frames()[1]?.evaluate('String(getSelection())')).trim()).toBe('npm ci\nnpm start')

  // A long message opens when what is hidden gets the focus.
  const text = `${log}\n\nhttps://acme.com/`
  await website.key.run('reply', { ticketId: ticket.id, body: text }, '__typename')
  const last = place.locator('.tc-message').last()
  await last.getByRole('button', { name: 'Show more' }).waitFor()
  await last.getByRole('link').focus()
  await last.getByRole('button', { name: 'Show less' }).waitFor()
  await page.close()
})
