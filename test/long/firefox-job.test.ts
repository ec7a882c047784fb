import { describe, expect, test } from 'vitest'
import { doJob, fillForJob } from '../browser/keyboard-job.ts'
import { messagesOf } from '../browser/visit.ts'
import { firefoxTypist } from '../support/firefox.ts'
import { png } from '../support/upload.ts'
import { filesOnDisk, startFirefoxScene } from './firefox-scene.ts'

const { website, newWebsite, openDashboard } = await startFirefoxScene()
const files = filesOnDisk({ 'a.png': png(), 'b.png': png() })

async function openTicket(email: string) {
  const customer = await website.customer(email)
  const { ticket } = await customer.run(
    'openTicket',
    { subject: 'Help', body: 'Please' },
    'ticket { id number }',
  )
  return { customer, ...(ticket as { id: string; number: number }) }
}

describe('in Firefox,', () => {
  test('the whole job is done by keyboard alone, and the focus is always seen', async () => {
    const of = await newWebsite()
    await fillForJob(of, 'jane@example.com')
    const { page, context, frame, visitor, complaints } = await openDashboard('jane@example.com', {}, { of })
    await page.setViewport({ width: 1280, height: 800 })
    await visitor.see('.tc-ticket', 'Invoice')
    await doJob(firefoxTypist(page, frame, files))
    expect(complaints).toEqual([])
    await context.close()
  })

  test('the address fills in the form, with fields and matching questions, and the ticket has them', async () => {
    const of = await newWebsite()
    await fillForJob(of, 'max@example.com')
    const said = { ticket: 'new', subject: 'My oven is cold', body: 'Since yesterday.', category: 'repairs' }
    const fields = { 'field.model': 'Wood' }
    const { context, visitor, complaints } = await openDashboard(
      'jane@example.com',
      { ...said, ...fields },
      { of },
    )
    await visitor.see('.tc-field', 'Model')
    await visitor.see('.tc-matches summary', 'Why is my oven cold?')
    await visitor.press('Open ticket')
    await visitor.see('.tc-pane-title', 'My oven is cold')
    const query = '{ tickets(first: 1) { edges { node { categoryName fields { name value } } } } }'
    const { node } = (await of.key.ask(query)).tickets.edges[0]
    expect(node.categoryName).toBe('Repairs')
    expect(node.fields).toContainEqual({ name: 'model', value: 'Wood' })
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a screenshot is pasted and a file is dropped, and each shows its progress until it has arrived', async () => {
    const { id, number } = await openTicket('paste@example.com')
    const { page, context, frame, visitor, complaints } = await openDashboard('paste@example.com', {
      ticket: String(number),
    })
    await visitor.see('.tc-message', 'Please')
    const { promise: arrives, resolve: arrive } = Promise.withResolvers<void>()
    await page.setRequestInterception(true)
    page.on('request', async (request) => {
      if (request.method() === 'PUT') await arrives
      await request.continue()
    })
    await frame.evaluate(
      (bytes) => {
        const transferOf = (name: string) => {
          const transfer = new DataTransfer()
          transfer.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
          return transfer
        }
        const options = { bubbles: true, cancelable: true }
        const paste = new ClipboardEvent('paste', options)
        // Firefox ignores the option of this name.
        Object.defineProperty(paste, 'clipboardData', { value: transferOf('pasted.png') })
        document.querySelector('textarea')?.dispatchEvent(paste)
        const drop = new DragEvent('drop', { ...options, dataTransfer: transferOf('dropped.png') })
        document.querySelector('.tc-app')?.dispatchEvent(drop)
      },
      [...png()],
    )
    await visitor.see('.tc-tray__item:nth-child(1)', 'pasted.png')
    await visitor.see('.tc-tray__item:nth-child(2) progress')
    arrive()
    await visitor.see('.tc-tray__item:nth-child(1)', 'Ready')
    await visitor.see('.tc-tray__item:nth-child(2)', 'Ready')
    await visitor.press('Send')
    await visitor.see('.tc-attachment', 'dropped.png')
    expect((await messagesOf(website, id)).at(-1)).toBe('📎 pasted.png, dropped.png')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a draft is there after a reload of the page, and the team’s typing and reading are shown', async () => {
    const { id: ticketId, number, customer } = await openTicket('life@example.com')
    const said = { ticket: String(number) }
    const { page, context, visitor, complaints } = await openDashboard('life@example.com', said)
    await visitor.see('.tc-message', 'Please')
    const ada = await website.operator()
    const typing = setInterval(() => {
      void ada.run('setTyping', { ticketId }, 'shown').catch(() => {})
    }, 1_000)
    await visitor.see('.tc-typing', 'Ada is typing…')
    clearInterval(typing)
    await ada.run('markTicketRead', { ticketId, position: 1 }, '__typename')
    await visitor.see('.tc-seen', 'Seen')
    await visitor.write('Your reply', 'Not yet')
    const query = `{ ticket(id: "${ticketId}") { draft } }`
    await expect.poll(async () => (await customer.ask(query)).ticket.draft).toBe('Not yet')
    await page.reload()
    const frame = page.frames()[1]
    await frame?.waitForFunction(() => document.querySelector('textarea')?.value === 'Not yet')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a reply that is written offline is sent once the device is back', async () => {
    const { id, number } = await openTicket('offline@example.com')
    const { page, context, visitor } = await openDashboard('offline@example.com', { ticket: String(number) })
    await visitor.see('.tc-message', 'Please')
    await page.setOfflineMode(true)
    await visitor.see('.tc-connection', 'You are offline')
    await visitor.write('Your reply', 'In the tunnel')
    await visitor.press('Send')
    await visitor.see('.tc-message__state', 'Not sent yet')
    await page.setOfflineMode(false)
    await expect.poll(() => messagesOf(website, id)).toEqual(['Please', 'In the tunnel'])
    const ada = await website.operator()
    await ada.run('reply', { ticketId: id, body: 'Here I am' }, '__typename')
    await visitor.see('.tc-message--operator', 'Here I am')
    await context.close()
  })

  test.for([
    ['ar', 'rtl'],
    ['ja', 'ltr'],
  ] as const)('the frame speaks %s, and runs %s', async ([locale, dir]) => {
    await openTicket('words@example.com')
    const opened = await openDashboard('words@example.com', { locale })
    const { page, context, frame, visitor, complaints } = opened
    await page.setViewport({ width: 1280, height: 800 })
    await visitor.see(`html[lang="${locale}"][dir="${dir}"] .tc-ticket`, 'Help')
    const { sidebar, detail, text } = await frame.evaluate(() => {
      const startOf = (css: string) => document.querySelector(css)?.getBoundingClientRect().left ?? 0
      return {
        sidebar: startOf('.tc-sidebar'),
        detail: startOf('.tc-detail'),
        text: document.querySelector('.tc-sidebar__header')?.textContent ?? '',
      }
    })
    expect(sidebar > detail).toBe(dir === 'rtl')
    expect(text).not.toMatch(/[A-Za-z]/)
    expect(complaints).toEqual([])
    await context.close()
  })
})
