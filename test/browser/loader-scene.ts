import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { startCompany } from '../support/company.ts'
import { openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

/** A company with a customer who has one ticket, and pages that load the loader. */
export async function startLoaderScene(origin: string, rootKey: string, browser: Browser) {
  const website = await createTestWebsite(origin, rootKey, {
    allowedDomains: ['dash.acme.test', 'app.acme.com'],
  })
  const serve = await startCompany()
  const email = 'jane@example.com'
  const src = website.frameUrl(email)
  const jane = await website.customer(email)
  const { ticket } = await jane.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id number }')

  const loader = `<script src="${origin}/embed.js"></script>`
  const element = (at = src) => `<ticket-center src="${at.replaceAll('&', '&amp;')}"></ticket-center>`

  /** Adds the frame by script: `center` is what the loader returns, and `heard` what the frame says. */
  const mounted = (options = '{}', at = src) =>
    `${loader}<div id="place"></div><script>heard = []
  center = ticketCenter.mount(place, ${JSON.stringify(at)}, { onMessage: (message) => heard.push(message), ...${options} })</script>`

  async function show(content: string, headers = {}, host = 'dash.acme.test') {
    const { page, context, complaints } = await openPage(browser)
    await page.goto(serve(content, headers, host))
    const hears = (condition: string) =>
      expect.poll(() => page.evaluate(`heard.some((message) => ${condition})`)).toBe(true)
    return { page, context, complaints, hears, frame: page.frameLocator('iframe').first() }
  }

  return { website, serve, src, ticket, loader, element, mounted, show }
}
