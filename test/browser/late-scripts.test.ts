import type { BrowserContext } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'
import { bring } from './files-scene.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const jane = await website.customer('jane@example.com')
await jane.run('openTicket', { subject: 'Help', body: 'Please' }, '__typename')

async function open(email: string, prepare: (context: BrowserContext) => Promise<unknown>) {
  const opened = await openPage(browser)
  await prepare(opened.context)
  const src = website.frameUrl(email)
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  return { ...opened, frame: opened.page.frameLocator('iframe') }
}

test('the form for a new ticket is loaded before it is asked for, and opens without a server', async () => {
  const loaded = Promise.withResolvers<void>()
  // The scripts of the form and of its files, and those that they share with others.
  const files = new Set(['FormAndFaqs', 'LimitedForm', 'Select', 'texts', 'create'])
  const { page, context, frame, complaints } = await open('jane@example.com', async (context) =>
    context.on('requestfinished', (request) => {
      const [, name = ''] = /\/assets\/(?:late-)?(\w+)/.exec(request.url()) ?? []
      if (files.delete(name) && files.size === 0) loaded.resolve()
    }),
  )
  await loaded.promise
  await context.route('**', (route) => route.abort())
  await frame.getByRole('button', { name: 'New ticket' }).first().click()
  await frame.getByLabel('Subject').fill('Offline')
  expect(complaints).toEqual([])
  await page.close()
})

describe('the form for a new ticket says that it could not be loaded, and loads on request,', () => {
  test.for([
    ['without its script', '**/assets/late-FormAndFaqs-*'],
    ['without its texts', '**/assets/texts-*'],
  ] as const)('%s', async ([, files]) => {
    // The form of a customer without tickets is the first screen.
    const email = `new-${files.length}@example.com`
    const { page, context, frame } = await open(email, (context) =>
      context.route(files, (route) => route.abort()),
    )
    const again = frame.locator('.tc-detail').getByRole('button', { name: 'Try again' })
    await again.click()
    await again.waitFor()
    await context.unroute(files)
    await again.click()
    await frame.getByLabel('Subject').fill('The oven stays cold')
    await frame.getByLabel('Message').fill('It was warm yesterday.')
    await frame.getByRole('button', { name: 'Open ticket' }).click()
    const message = frame.locator('.tc-message--customer', { hasText: 'It was warm yesterday.' })
    const refusal = frame.getByRole('alert')
    await message.or(refusal).first().waitFor()
    expect(await refusal.allTextContents()).toEqual([])
    await page.close()
  })
})

test('a chosen file is not left behind when its upload cannot start, and goes with the reply after all', async () => {
  const script = '**/assets/late-create-files-*'
  const { page, context, frame } = await open('jane@example.com', (context) =>
    context.route(script, (route) => route.abort()),
  )
  await frame.locator('.tc-ticket').first().press('Enter')
  const buffer = Buffer.from('a,b')
  await frame.getByLabel('Add files').setInputFiles([{ name: 'a.csv', mimeType: 'text/csv', buffer }])
  const error = frame.getByRole('alert').filter({ hasText: 'a.csv' })
  await error.waitFor()
  await frame.getByLabel('Your reply').fill('See the file')
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('create-files'))
  await frame.getByLabel('Your reply').press('Control+Enter')
  await failed
  await error.getByRole('button', { name: 'Discard' }).waitFor()
  expect(await frame.locator('.tc-message', { hasText: 'See the file' }).count()).toBe(0)
  await context.unroute(script)
  await error.getByRole('button', { name: 'Try again' }).click()
  await frame.locator('.tc-message', { hasText: 'See the file' }).getByText('a.csv').waitFor()
  await page.close()
})

test('what is pasted or dropped before the code of files is there is uploaded once it is', async () => {
  const { promise: loads, resolve: load } = Promise.withResolvers<void>()
  const { page, frame } = await open('jane@example.com', (context) =>
    context.route('**/assets/late-create-files-*', async (route) => {
      await loads
      await route.continue()
    }),
  )
  await frame.locator('.tc-ticket').first().press('Enter')
  expect(await bring(frame.getByLabel('Your reply'), 'paste', 'screenshot.png')).toBe(true)
  expect(await bring(frame.locator('.tc-thread'), 'drop', 'dropped.png')).toBe(true)
  expect(await frame.locator('.tc-tray__item').count()).toBe(0)
  load()
  await frame.getByText('Ready').nth(1).waitFor()
  expect(await frame.locator('.tc-tray__name').allInnerTexts()).toEqual(['screenshot.png', 'dropped.png'])
  await page.close()
})

test('late styles of the console that could not be loaded are loaded with the next code that needs them', async () => {
  for (const subject of ['First', 'Second'])
    await jane.run('openTicket', { subject, body: '```\nnpm ci\n```' }, '__typename')
  const { page, context } = await openPage(browser, { viewport: { width: 1280, height: 800 } })
  const styles = '**/assets/block-*'
  await context.route(styles, (route) => route.abort())
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/block-'))
  await page.goto(consoleOf(website, 'ada@acme.com').linkTo())
  await page.locator('.tc-ticket', { hasText: 'First' }).click()
  await failed
  await context.unroute(styles)
  await page.locator('.tc-ticket', { hasText: 'Second' }).click()
  const corner = page.locator('.tc-block__corner')
  await corner.waitFor()
  expect(await corner.evaluate((element) => getComputedStyle(element).position)).toBe('absolute')
  await page.close()
})
