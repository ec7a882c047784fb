import type { Browser, BrowserContext, Locator } from 'playwright-core'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { png } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'

export const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: png() })

/** Pastes or drops a picture where `place` is; returns whether the page has taken it. */
export function bring(place: Locator, by: 'paste' | 'drop', name: string): Promise<boolean> {
  return place.evaluate(
    (element, [by, name, bytes]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
      const options = { bubbles: true, cancelable: true }
      const event =
        by === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: transfer })
          : new DragEvent('drop', { ...options, dataTransfer: transfer })
      return !element.dispatchEvent(event)
    },
    [by, name, [...png()]] as const,
  )
}

type Prepare = (context: BrowserContext) => Promise<unknown>

/** A company whose customers and operators attach files, and its two apps in a browser. */
export async function startFilesScene(origin: string, rootKey: string, browser: Browser) {
  const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
  const port = await startDashboard()

  async function openTicket(email: string, subject = 'Help'): Promise<string> {
    const customer = await website.customer(email)
    return (await customer.run('openTicket', { subject, body: 'Please' }, 'ticket { id }')).ticket.id
  }

  /** The frame in its page; `prepare` sees what it loads. */
  async function openFrame(
    email: string,
    more: Record<string, string> = {},
    options = {},
    prepare: Prepare = async () => {},
  ) {
    const opened = await openPage(browser, options)
    await prepare(opened.context)
    const src = website.frameUrl(email, more)
    await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
    const frame = opened.page.frameLocator('iframe')
    return { ...opened, frame, shown: frame }
  }

  async function openConsole(ticket: string, prepare: Prepare = async () => {}) {
    const opened = await openPage(browser, { viewport: { width: 1440, height: 900 } })
    await prepare(opened.context)
    await opened.page.goto(`${consoleOf(website, 'ada@acme.com').linkTo()}&ticket=${ticket}`)
    return { ...opened, shown: opened.page }
  }

  /** Bodies and names of files of a ticket's messages. */
  async function messagesOf(ticketId: string): Promise<[string, ...string[]][]> {
    const query = `{ ticket(id: "${ticketId}") { messages { edges { node { body attachments { name } } } } } }`
    const { messages } = (await website.key.ask(query)).ticket
    return messages.edges.map(({ node }: { node: { body: string; attachments: { name: string }[] } }) => [
      node.body,
      ...node.attachments.map(({ name }) => name),
    ])
  }

  return { website, openTicket, openFrame, openConsole, messagesOf }
}

/** Holds back what a page uploads from now on, until the test calls `arrive` or `fail`. */
export async function holdUploads(context: BrowserContext) {
  const { promise, resolve } = Promise.withResolvers<'continue' | 'abort'>()
  await context.route('**/uploads/**', async (route) => route[await promise]())
  return { arrive: () => resolve('continue'), fail: () => resolve('abort') }
}
