import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage } from '../support/dashboard.ts'
import { writeEmail } from '../support/email-files.ts'

const { origin, variables } = await startOwnApp({ DEMO: 'on' })
const { db } = await import('../../server/database/db.ts')
const { demoIframeUrl, demoWebsiteId: websiteId } = await import('../../server/demo/website.ts')
const { encodeGlobalID } = await import('../../server/api/global-id.ts')
const browser = await startBrowser()

await db.website.update({ where: { id: websiteId }, data: { emailDelaySeconds: 0 } })
const sam = 'sam+larkpost@trailgrain.example'
const where = { websiteId, customer: { email: sam } }
const ticket = await db.ticket.findFirstOrThrow({ where, orderBy: { number: 'asc' } })
const foreign = await db.ticket.findFirstOrThrow({ where: { websiteId, NOT: where } })

describe('a reply', () => {
  test('is emailed with a link that opens the ticket in the customer’s dashboard', async () => {
    const { page: team } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
    await team.goto(`${origin}/demo/console?ticket=${ticket.number}`)
    await team.getByRole('heading', { name: ticket.subject }).waitFor()
    await team.getByLabel('Your reply').fill('It is on its way to you now.')
    await team.getByRole('button', { name: 'Reply', exact: true }).click()

    const { page: mailbox, context, complaints } = await openPage(browser)
    await mailbox.goto(`${origin}/demo/mail`)
    await mailbox.getByRole('link', { name: sam }).click()
    const email = mailbox.frameLocator('iframe')
    await email.getByRole('paragraph').filter({ hasText: 'It is on its way to you now.' }).waitFor()
    const opened = context.waitForEvent('page')
    await email.getByRole('link', { name: 'Open the ticket' }).click()

    const dashboard = await opened
    await dashboard.getByText('Sam Okafor').first().waitFor()
    const frame = dashboard.frameLocator('iframe')
    await frame.getByRole('heading', { name: ticket.subject }).waitFor()
    await frame.locator('.tc-message--operator', { hasText: 'It is on its way to you now.' }).waitFor()
    expect(complaints).toEqual([])
    await Promise.all([team.close(), context.close()])
  })
})

test('a link to a missing ticket in the console says so', async () => {
  for (const named of ['999999', 'nonsense']) {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${origin}/demo/console?ticket=${named}`)
    await page.getByText('This ticket is not available').waitFor()
    expect(complaints).toEqual([])
    await page.close()
  }
})

describe('a ticket in the iframe’s address', () => {
  const idOf = ({ id }: { id: string }) => encodeGlobalID('Ticket', id)

  async function openFrame(named: string) {
    const { page, context, complaints } = await openPage(browser)
    const src = await demoIframeUrl(origin, sam, 'Sam Okafor', named)
    // The demo's own page, which may embed the frame, with another address in it.
    await page.route(`${origin}/`, async (route) => {
      const response = await route.fetch({ timeout: 120_000 })
      const body = (await response.text()).replace(
        /(<iframe[^>]* src=")[^"]*/,
        `$1${src.replaceAll('&', '&amp;')}`,
      )
      await route.fulfill({ response, body })
    })
    await page.goto(`${origin}/`)
    return { frame: page.frameLocator('iframe'), context, complaints }
  }

  test.for([
    ['number', String(ticket.number)],
    ['global id', idOf(ticket)],
  ] as const)('opens by its %s', async ([, named]) => {
    const { frame, context, complaints } = await openFrame(named)
    await frame.getByRole('heading', { name: ticket.subject }).waitFor()
    await frame.locator('.tc-message').first().waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test.for([
    ['somebody else’s number', String(foreign.number)],
    ['somebody else’s id', idOf(foreign)],
    ['a number that no ticket has', '999999'],
    ['a number beyond all numbers', '99999999999999999999'],
    ['no id at all', 'nonsense'],
  ] as const)('is reported as missing for %s', async ([, named]) => {
    const { frame, context, complaints } = await openFrame(named)
    await frame.locator('.tc-conversation--missing .tc-empty').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('a hostile email', () => {
  test('runs nothing, loads nothing and navigates nowhere on its own', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(String(request.url))
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const evil = `http://evil.test:${(server.address() as AddressInfo).port}`
    const name = await writeEmail(variables.DATA_DIR ?? '', {
      to: 'jane@example.com',
      subject: '<img src=x onerror=alert(1)>',
      text: 'x',
      html: `<html><head><meta http-equiv="refresh" content="0; url=${evil}/refresh"></head><body>
        <script>alert(1); top.location = '${evil}/top'</script>
        <img src="${evil}/pixel.png" onerror="alert(2)"><img src=x onerror="alert(3)">
        <link rel="stylesheet" href="${evil}/style.css"><style>@import '${evil}/import.css'</style>
        <iframe src="${evil}/frame"></iframe><iframe srcdoc="<script>alert(4)</script>"></iframe>
        <form action="${evil}/form"><button>Sign in</button></form>
        <a href="javascript:alert(5)">Click</a><svg onload="alert(6)"></svg><p>The end</p></body></html>`,
    })
    const { page, context } = await openPage(browser)
    context.on('dialog', (dialog) => {
      asked.push(`dialog ${dialog.message()}`)
      dialog.dismiss()
    })
    await page.goto(`${origin}/demo/mail/${name}`)
    const email = page.frameLocator('iframe').first()
    await email.getByText('The end').waitFor()
    await email.getByRole('button', { name: 'Sign in' }).click()
    await email.getByRole('link', { name: 'Click' }).click()
    await page.waitForLoadState('networkidle')
    expect(asked).toEqual([])
    expect(page.url()).toBe(`${origin}/demo/mail/${name}`)
    await context.close()
    await new Promise((resolve) => server.close(resolve))
  })
})
