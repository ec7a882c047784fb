import type { Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { decodeGlobalID } = await import('../../server/api/global-id.ts')
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const day = 24 * 60 * 60_000

/** A ticket of this customer with 24 replies, those up to `read` read; a third is of two days ago, another of yesterday. */
async function longTicket(email: string, read: number): Promise<void> {
  const customer = await website.customer(email)
  const { ticket } = await customer.run('openTicket', { subject: 'Long', body: 'Please' }, 'ticket { id }')
  for (let at = 2; at <= 25; at++)
    await website.key.run('reply', { ticketId: ticket.id, body: `Line ${at}\n\nand more` }, '__typename')
  await customer.run('markTicketRead', { ticketId: ticket.id, position: read }, '__typename')
  const ticketId = decodeGlobalID(ticket.id).id
  for (const [days, until] of [
    [1, 16],
    [2, 8],
  ] as const)
    await db.message.updateMany({
      where: { ticketId, position: { lte: until } },
      data: { createdAt: new Date(Date.now() - days * day) },
    })
}

async function open(email: string) {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 800 } })
  const src = website.frameUrl(email)
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  const frame = opened.page.frames()[1] as Frame
  await frame.locator('.tc-ticket').first().click()
  await frame.locator('.tc-message').last().waitFor()
  return { ...opened, frame }
}

const unseen = ({ scrollHeight, scrollTop, clientHeight }: Element) => scrollHeight - scrollTop - clientHeight

describe('a long conversation', () => {
  test('opens at the first unread message, below a line, and has a heading for each day', async () => {
    await longTicket('jane@example.com', 15)
    const { frame, context, complaints } = await open('jane@example.com')
    const line = frame.locator('.tc-unread-line')
    await line.waitFor()
    const thread = await frame.locator('.tc-thread').boundingBox()
    await expect.poll(async () => ((await line.boundingBox())?.y ?? 0) - (thread?.y ?? 0)).toBeLessThan(80)
    expect(((await line.boundingBox())?.y ?? 0) - (thread?.y ?? 0)).toBeGreaterThanOrEqual(0)
    const after = await line.evaluate((element) => {
      const all = [...document.querySelectorAll('.tc-message')]
      return all.find((one) => element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
        ?.textContent
    })
    expect(after).toContain('Line 16')
    expect(await frame.locator('.tc-day').count()).toBe(3)
    expect(await frame.locator('.tc-day').last().innerText()).toBe('Today')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('jumps to its end from above, though nothing there is unread', async () => {
    await longTicket('kim@example.com', 25)
    const { frame, context, complaints } = await open('kim@example.com')
    const jump = frame.getByRole('button', { name: 'Jump to newest' })
    const thread = frame.locator('.tc-thread')
    await expect.poll(() => thread.evaluate(unseen)).toBeLessThan(2)
    expect(await jump.count()).toBe(0)
    await thread.evaluate((element) => element.scrollTo({ top: 0 }))
    await jump.click()
    await expect.poll(() => thread.evaluate(unseen)).toBeLessThan(2)
    await jump.waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await context.close()
  })
})

test('nothing moves for those who prefer reduced motion', async () => {
  await longTicket('lou@example.com', 20)
  const { page, frame, context } = await open('lou@example.com')
  await frame.getByLabel('Your reply').fill('On its way')
  // The reply stays on its way, with its animation.
  await context.route('**/graphql', () => {})
  await frame.getByRole('button', { name: 'Send' }).click()
  await frame.locator('.tc-message--sending').waitFor()
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion })
    const longest = await frame.evaluate(() => {
      const seconds = (list: string) => list.split(', ').map(Number.parseFloat)
      const times = [...document.querySelectorAll('*')].flatMap((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
        return [
          ...seconds(transitionDuration),
          ...(animationName === 'none' ? [] : seconds(animationDuration)),
        ]
      })
      return Math.max(...times)
    })
    if (reducedMotion === 'reduce') expect(longest).toBeLessThan(0.001)
    else expect(longest).toBeGreaterThan(0.1)
  }
  await context.close()
})
