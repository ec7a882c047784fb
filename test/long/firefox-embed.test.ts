import type { Frame } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import type { FrameMessage } from '../../client/embed/protocol.ts'
import { startApp } from '../support/app.ts'
import { startCompany } from '../support/company.ts'
import { iframeTag } from '../support/dashboard.ts'
import { firefoxVisitor, openFirefoxPage, startFirefox } from '../support/firefox.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const allowedDomains = ['dash.acme.test', 'app.acme.com']
const website = await createTestWebsite(origin, rootKey, { allowedDomains })
const [browser, serve] = [await startFirefox(), await startCompany()]
const src = website.frameUrl('jane@example.com')
const jane = await website.customer('jane@example.com')
const opened = await jane.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id number }')
const ticket = opened.ticket as { id: string; number: number }

const loader = `<script src="${origin}/embed.js"></script>`
const hearing = `<script>heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>`
/** Each way to embed the frame, and a language to change to: the customer's is that of their last visit. */
const forms: [name: string, content: string, locale: string][] = [
  ['the plain tag', iframeTag(src), 'de'],
  [
    'a script',
    `${loader}<div id="place"></div><script>ticketCenter.mount(place, ${JSON.stringify(src)})</script>`,
    'fr',
  ],
  ['the element', `${loader}<ticket-center src="${src.replaceAll('&', '&amp;')}"></ticket-center>`, 'it'],
]

async function show(content: string) {
  const shown = await openFirefoxPage(browser, serve(hearing + content))
  const heard = () => shown.page.evaluate('heard') as Promise<FrameMessage[]>
  const say = (message: unknown) =>
    shown.page.evaluate((data) => frames[0]?.postMessage(data, '*'), message as object)
  await expect.poll(heard).toContainEqual({ type: 'unread', count: 0 })
  const visitor = () => firefoxVisitor(shown.page.frames()[1] as Frame)
  return { ...shown, heard, say, visitor }
}

describe('in Firefox, the page and the frame', () => {
  test.for(forms)('talk with %s', async ([, content, locale]) => {
    const { context, complaints, heard, say, visitor } = await show(content)
    await say({ type: 'open', ticket: ticket.number })
    await visitor().see('.tc-pane-title', 'Help')
    const there = { type: 'navigate', place: 'ticket', ticket: ticket.number }
    await expect.poll(heard).toContainEqual(there)
    await say({ type: 'locale', locale })
    await expect.poll(async () => (await heard()).filter(({ type }) => type === 'ready')).toHaveLength(2)
    await visitor().see('.tc-pane-title', 'Help')
    await visitor().see(`html[lang="${locale}"]`)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('ignore other windows', async () => {
    const flood = `for (let i = 0; i < 100; i++) parent.frames[0].postMessage({ type: 'newTicket' }, '*')`
    const attacker = `<script>setInterval(() => { ${flood} }, 10)</script>`
    const beside = `<iframe src="${serve(attacker, {}, 'evil.test')}"></iframe>`
    const { context, heard, say, visitor } = await show(iframeTag(src) + beside)
    await say({ type: 'open', ticket: ticket.number })
    await visitor().see('.tc-pane-title', 'Help')
    expect(await heard()).not.toContainEqual({ type: 'navigate', place: 'new' })
    await context.close()
  })

  test('count what is unread without the frame', async () => {
    await website.key.run('reply', { ticketId: ticket.id, body: 'Sure' }, '__typename')
    const watch = `ticketCenter.watchUnread(${JSON.stringify(src)}, (count) => heard.push(count))`
    const { page, context, complaints } = await openFirefoxPage(
      browser,
      serve(`${hearing}${loader}<script>${watch}</script>`),
    )
    await expect.poll(() => page.evaluate('heard')).toEqual([1])
    expect(complaints).toEqual([])
    await context.close()
  })
})
