import type { Socket } from 'node:net'
import type { Browser, Frame } from 'playwright-core'
import { openPage } from '../support/dashboard.ts'
import type { TestWebsite } from '../support/website.ts'

/** Records the name of every class that an element ever has, however briefly. */
const recorder = `
  globalThis.seenClasses = new Set()
  const keep = (element) => { for (const name of element.classList ?? []) seenClasses.add(name) }
  new MutationObserver((records) => {
    for (const { target } of records) {
      keep(target)
      for (const element of target.querySelectorAll?.('*') ?? []) keep(element)
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] })
`

/** Opens the frame for a customer, on a page that records the classes it shows. */
export async function openScreen(browser: Browser, port: number, src: string) {
  const { page, context } = await openPage(browser, { viewport: { width: 1280, height: 800 } })
  await context.addInitScript(recorder)
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  const inner = () => page.frames()[1] as Frame
  return {
    page,
    context,
    frame: page.frameLocator('iframe'),
    /** All our classes seen so far. */
    seen: async () => (await inner().evaluate('[...seenClasses]')) as string[],
  }
}

export type Screen = Awaited<ReturnType<typeof openScreen>>

/** A customer with more than a page of tickets; the newest has more than a page of messages, and a participant. */
export async function fillWebsite({ key, customer }: TestWebsite, customerEmail: string): Promise<string> {
  await key.run('updateWebsite', { participantsEnabled: true }, '__typename')
  await key.run('createCategory', { name: 'Billing' }, '__typename')
  await key.run('createFaq', { question: 'Where is it?', answer: 'On its *way*.' }, '__typename')
  const { website } = await key.ask('{ website { categories { id } } }')
  const field = { categoryId: website.categories[0].id, name: 'urgent', label: 'Urgent', type: 'CHECKBOX' }
  await key.run('createCategoryField', field, '__typename')
  const open = async (subject: string) => {
    const input = { subject, body: 'Please help.', customerEmail, categoryId: website.categories[0].id }
    const more = { ...input, participants: ['friend@example.com'] }
    return (await key.run('openTicket', more, 'ticket { id }')).ticket.id as string
  }
  for (let number = 1; number <= 26; number++) await open(`Older ticket ${number}`)
  const id = await open('Long talk')
  for (let number = 1; number <= 32; number++)
    await key.run('reply', { ticketId: id, body: `Line ${number}\n\nand more` }, '__typename')
  await (await customer(customerEmail)).run('markTicketRead', { ticketId: id, position: 20 }, '__typename')
  return id
}

/** Closes every socket and refuses new ones, until told to stop. */
export function interrupt(server: {
  on(event: 'upgrade', listener: (request: unknown, socket: Socket) => void): unknown
}) {
  const sockets = new Set<Socket>()
  let down = false
  server.on('upgrade', (_request, socket) => {
    sockets.add(socket)
    if (down) socket.destroy()
  })
  return {
    start() {
      down = true
      for (const socket of sockets) socket.destroy()
    },
    stop() {
      down = false
    },
  }
}
