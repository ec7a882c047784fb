import type { FrameLocator, Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { catalogues } = await import('../../server/languages/catalogues.ts')
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const operator = await website.operator()

async function openFrame(email: string, said = {}, options = {}) {
  const opened = await openPage(browser, options)
  const src = website.frameUrl(email, said)
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  return { ...opened, frame: opened.page.frameLocator('iframe') }
}

/** Enters an overlong text and removes it again: nothing is cut, the excess is counted, and the button waits. */
async function overfill(place: FrameLocator | Locator, field: Locator, button: Locator, limit: number) {
  const text = 'x'.repeat(limit + 3)
  await field.fill(text)
  await expect.poll(() => field.inputValue()).toHaveLength(limit + 3)
  await place.getByText('3 characters too long').first().waitFor()
  await expect.poll(() => button.isDisabled()).toBe(true)
  expect(await button.getAttribute('title')).toContain('3 characters too long')
  await field.press('Control+Enter')
  await field.fill(text.slice(0, limit + 1))
  await place.getByText('1 character too long').first().waitFor()
  await field.fill(text.slice(0, limit))
  await place
    .getByText(/too long/)
    .first()
    .waitFor({ state: 'detached' })
  await expect.poll(() => button.isDisabled()).toBe(false)
}

describe('an overlong text is counted, not cut,', () => {
  test('in the frame', async () => {
    const { page, frame } = await openFrame('long@example.com')
    const send = frame.getByRole('button', { name: 'Open ticket' })
    await overfill(frame, frame.getByLabel('Subject'), send, 200)
    await frame.getByLabel('Subject').fill('Long')
    await overfill(frame, frame.getByLabel('Message'), send, 20_000)
    await send.click()
    await frame.getByRole('heading', { name: 'Long' }).waitFor()
    const reply = frame.getByLabel('Your reply')
    await overfill(frame, reply, frame.getByRole('button', { name: 'Send' }), 20_000)
    await reply.fill('')
    await frame.getByLabel('Search your tickets').fill('x'.repeat(203))
    await frame.getByText('3 characters too long').waitFor()
    const { tickets } = await operator.ask('{ tickets { edges { node { subject messageCount } } } }')
    expect(tickets.edges).toEqual([{ node: { subject: 'Long', messageCount: 1 } }])
    await page.close()
  })

  test('in the console', async () => {
    const expires = String(Math.floor(Date.now() / 1_000) + 600)
    const email = 'ada@acme.com'
    const query = new URLSearchParams({
      email,
      expires,
      hmac: hmac(`${email}:${expires}`, website.operatorSecret),
    })
    const { page } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
    await page.goto(`${origin}/console/${website.websiteId}?${query}`)
    const body = page.locator('body')
    await page.locator('.tc-ticket').first().click()
    const reply = page.getByRole('textbox', { name: 'Your reply' })
    await overfill(body, reply, page.getByRole('button', { name: 'Reply', exact: true }), 20_000)
    await page.getByRole('link', { name: 'Settings' }).click()
    await overfill(body, page.getByLabel('Company name'), page.getByRole('button', { name: 'Save' }), 100)
    const languages = await page.getByLabel('Default language').locator('option').allInnerTexts()
    const names = new Intl.DisplayNames('en', { type: 'language' })
    expect(languages.sort()).toEqual([...catalogues.keys()].map((tag) => names.of(tag)).sort())
    await page.getByRole('link', { name: 'FAQs', exact: true }).click()
    await page.getByRole('button', { name: 'Add a question' }).click()
    await overfill(body, page.getByLabel('Answer'), page.getByRole('button', { name: 'Save' }), 5_000)
    await page.close()
  })
})

test('a link has a hint in case its page does not open, and can be copied by pointer and keyboard', async () => {
  const customer = await website.customer('links@example.com')
  const written = { subject: 'Links', body: 'See https://acme.com/docs for more' }
  await customer.run('openTicket', written, '__typename')
  const { page, frame, complaints } = await openFrame('links@example.com', { ticket: '#2' })
  const link = frame.getByRole('link', { name: 'https://acme.com/docs' })
  const hint = frame.locator('.tc-link-hint')
  await link.hover()
  await hint.getByText('Page not opening? Use Ctrl+click.').waitFor()
  await hint.getByRole('button', { name: 'Copy link' }).click()
  await hint.getByText('Copied').first().waitFor()
  await frame.getByLabel('Your reply').hover()
  await hint.waitFor({ state: 'detached' })

  await link.focus()
  await hint.waitFor()
  await link.press('Tab')
  const copy = hint.getByRole('button')
  expect(await copy.evaluate((button) => button === document.activeElement)).toBe(true)
  await copy.press('Enter')
  await hint.getByText('Copied').first().waitFor()
  await frame.getByLabel('Your reply').click()
  await frame.getByLabel('Your reply').press('Control+v')
  expect(await frame.getByLabel('Your reply').inputValue()).toBe('https://acme.com/docs')
  expect(complaints).toEqual([])
  await page.close()
})

test('a link can be copied by a long press on a touch screen', async () => {
  const customer = await website.customer('touch@example.com')
  const written = { subject: 'Touch', body: 'See https://acme.com/touch for more' }
  const { ticket } = await customer.run('openTicket', written, 'ticket { id }')
  const touch = { hasTouch: true, isMobile: true, viewport: { width: 380, height: 700 } }
  const { page, context, frame } = await openFrame('touch@example.com', { ticket: ticket.id }, touch)
  const box = await frame.getByRole('link', { name: 'https://acme.com/touch' }).boundingBox()
  const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 8 }
  const finger = await context.newCDPSession(page)
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  const hint = frame.locator('.tc-link-hint')
  await hint.waitFor()
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  expect(await hint.getByText('Ctrl').count()).toBe(0)
  await hint.getByRole('button', { name: 'Copy link' }).tap()
  await hint.getByText('Copied').first().waitFor()
  expect(context.pages()).toHaveLength(1)
  await page.close()
})
