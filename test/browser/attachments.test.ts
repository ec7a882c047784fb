import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { png, upload } from '../support/upload.ts'
import { createTestWebsite, hmac } from '../support/website.ts'
import { bring, picture } from './files-scene.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]

const jane = await website.customer('jane@example.com')

/** Pixels below what a reader sees. */
const unseen = ({ scrollHeight, scrollTop, clientHeight }: Element) => scrollHeight - scrollTop - clientHeight
const attachmentsOf = async (ticketId: string) => {
  const query = `{ ticket(id: "${ticketId}") { messages { edges { node { body attachments { name } } } } } }`
  const { messages } = (await website.key.ask(query)).ticket
  return messages.edges.map(({ node }: { node: { body: string; attachments: { name: string }[] } }) => [
    node.body,
    node.attachments.map(({ name }) => name),
  ])
}

describe('in the exact iframe of the reference,', async () => {
  await jane.run('openTicket', { subject: 'Before', body: 'Please' }, '__typename')
  const { page, context, complaints } = await openPage(browser)
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl('jane@example.com'))}`)
  const frame = page.frameLocator('iframe')

  /** Opens a new ticket in the frame; returns its id. */
  async function openTicket(subject: string): Promise<string> {
    const { ticket } = await jane.run('openTicket', { subject, body: 'Please' }, 'ticket { id }')
    await frame.locator('.tc-ticket', { hasText: subject }).click()
    await frame.locator('.tc-pane-title', { hasText: subject }).waitFor()
    return ticket.id
  }

  test('files are chosen beside a reply, and shown in the message', async () => {
    const ticket = await openTicket('Chosen')
    await frame.getByLabel('Add files').setInputFiles([picture('a.png'), picture('b.png')])
    await frame.getByText('Ready').nth(1).waitFor()
    await frame.getByRole('button', { name: 'Remove b.png' }).click()
    expect(await violations(page.frames()[1] as never)).toEqual([])
    await frame.getByLabel('Your reply').fill('See the picture')
    await frame.getByRole('button', { name: 'Send' }).click()
    const link = frame.locator('.tc-attachment a', { hasText: 'a.png' })
    await link.waitFor()
    expect(await link.getAttribute('target')).toBe('_blank')
    const image = frame.locator('.tc-attachment img')
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(4)
    expect(await frame.locator('.tc-tray__item').count()).toBe(0)
    await expect
      .poll(() => attachmentsOf(ticket))
      .toEqual([
        ['Please', []],
        ['See the picture', ['a.png']],
      ])
    await link.hover()
    await frame.getByText('Page not opening? Use Ctrl+click.').waitFor()
    expect(complaints).toEqual([])
  })

  test('a picture that is sent is in view', async () => {
    await openTicket('In view')
    await frame.getByLabel('Add files').setInputFiles({ ...picture('large.png'), buffer: png(600, 400) })
    await frame.getByText('Ready').waitFor()
    await frame.getByLabel('Your reply').fill('line\n'.repeat(60))
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.locator('.tc-attachment img').waitFor()
    await expect.poll(() => frame.locator('.tc-thread').evaluate(unseen)).toBeLessThan(1)
  })

  test('a file comes with a new ticket', async () => {
    await frame.getByRole('button', { name: 'New ticket' }).first().click()
    await frame.getByLabel('Subject').fill('Broken')
    await frame.getByLabel('Message').fill('See the picture')
    await frame.getByLabel('Add files').setInputFiles(picture('new.png'))
    // It is sent as soon as the file has arrived.
    await frame.getByText('new.png').waitFor()
    await frame.getByRole('button', { name: 'Open ticket' }).click()
    await frame.locator('.tc-attachment', { hasText: 'new.png' }).waitFor()
    expect(complaints).toEqual([])
  })

  test('a screenshot is pasted and a file is dropped; without words, their names are the message', async () => {
    const ticket = await openTicket('Pasted')
    expect(await bring(frame.getByLabel('Your reply'), 'paste', 'image.png')).toBe(true)
    expect(await bring(frame.locator('.tc-app'), 'drop', 'dropped.png')).toBe(true)
    await frame.getByText('Ready').nth(1).waitFor()
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.locator('.tc-attachment', { hasText: 'dropped.png' }).waitFor()
    await expect
      .poll(() => attachmentsOf(ticket))
      .toEqual([
        ['Please', []],
        ['📎 image.png, dropped.png', ['image.png', 'dropped.png']],
      ])
    expect(complaints).toEqual([])
  })

  test('a file that fails says why, and is tried again; an empty one or one of a wrong type is refused', async () => {
    await openTicket('Failing')
    await context.route('**/uploads/**', (route) => route.abort())
    await frame
      .getByLabel('Add files')
      .setInputFiles([
        picture('a.png'),
        { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      ])
    await frame.getByText('Upload failed.').waitFor()
    await frame.getByText('This file is empty.').waitFor()
    await frame.getByLabel('Your reply').fill('Not without its files')
    await frame.getByRole('button', { name: 'Send' }).click()
    await context.unroute('**/uploads/**')
    await frame.getByRole('button', { name: 'Try again' }).click()
    await frame.getByText('Ready').waitFor()
    await frame.getByRole('button', { name: 'Remove empty.txt' }).click()
    const program = Buffer.from('4d5a90000300000004000000ffff', 'hex')
    await frame.getByLabel('Add files').setInputFiles({ name: 'c.exe', mimeType: '', buffer: program })
    await frame.getByText('Files of this type are not accepted.').waitFor()
    await frame.getByRole('button', { name: 'Remove c.exe' }).click()
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.locator('.tc-attachment', { hasText: 'a.png' }).waitFor()
    await page.close()
  })
})

test('the console shows files and attaches its own', async () => {
  const customer = await website.customer('console@example.com')
  const input = {
    subject: 'Help',
    body: 'Please',
    attachmentIds: [await upload(customer, { name: 'theirs.png' })],
  }
  const { ticket } = await customer.run('openTicket', input, 'ticket { id }')
  const email = 'ada@acme.com'
  const expires = String(Math.floor(Date.now() / 1_000) + 600)
  const signature = hmac(`${email}:${expires}`, website.operatorSecret)
  const query = new URLSearchParams({ email, expires, hmac: signature, ticket: ticket.id })
  const { page, complaints } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
  await page.goto(`${origin}/console/${website.websiteId}?${query}`)
  const link = page.locator('.tc-attachment a', { hasText: 'theirs.png' })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('theirs.png')
  await page.getByLabel('Add files').setInputFiles(picture('ours.png'))
  await page.getByText('Ready').waitFor()
  expect(await violations(page.mainFrame())).toEqual([])
  await page.getByLabel('Your reply').fill('Here')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await page.locator('.tc-attachment a', { hasText: 'ours.png' }).waitFor()
  expect(complaints).toEqual([])
  await page.close()
})
