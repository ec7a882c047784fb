import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { holdUploads, picture, startFilesScene } from './files-scene.ts'

const { origin, rootKey } = await startApp()
const browser = await startBrowser()
const scene = await startFilesScene(origin, rootKey, browser)
const { openTicket, openFrame, openConsole, messagesOf } = scene
const waiting = 'Will be sent once the files are uploaded.'

async function subjectsOf(email: string): Promise<string[]> {
  const customer = await scene.website.customer(email)
  const { tickets } = await customer.ask('{ tickets { edges { node { subject } } } }')
  return tickets.edges.map(({ node }: { node: { subject: string } }) => node.subject)
}

describe('a new ticket with a file that is still arriving', () => {
  async function openForm(email: string) {
    await openTicket(email, 'Earlier')
    const opened = await openFrame(email)
    const uploads = await holdUploads(opened.context)
    const { frame } = opened
    await frame.getByRole('button', { name: 'New ticket' }).first().click()
    await frame.getByLabel('Add files').setInputFiles(picture('slow.png'))
    await frame.getByRole('progressbar', { name: 'Uploading slow.png' }).waitFor()
    await frame.getByLabel('Subject').fill('Broken')
    return { ...opened, uploads }
  }

  test('is not opened by the arrival when Enter has only shown that the message is missing', async () => {
    const { page, frame, uploads } = await openForm('half@example.com')
    await frame.getByLabel('Subject').press('Enter')
    await frame.getByText('Please write a message.').waitFor()
    await frame.getByLabel('Message').pressSequentially('Hel')
    uploads.arrive()
    await frame.getByText('Ready').waitFor()
    await frame.getByLabel('Message').pressSequentially('lo')
    expect(await frame.getByLabel('Message').inputValue()).toBe('Hello')
    expect(await subjectsOf('half@example.com')).toEqual(['Earlier'])
    await page.close()
  })

  test('says that it waits, and is opened by the arrival', async () => {
    const { page, frame, uploads } = await openForm('waits@example.com')
    await frame.getByLabel('Message').fill('See the picture')
    await frame.getByRole('button', { name: 'Open ticket' }).click()
    await frame.getByText(waiting).waitFor()
    expect(await violations(page.frames()[1] as never)).toEqual([])
    uploads.arrive()
    await frame.locator('.tc-attachment', { hasText: 'slow.png' }).waitFor()
    await page.close()
  })

  test('waits no longer once its text is edited', async () => {
    const { page, frame, uploads } = await openForm('edited@example.com')
    await frame.getByLabel('Message').fill('See the picture')
    await frame.getByRole('button', { name: 'Open ticket' }).click()
    await frame.getByText(waiting).waitFor()
    await frame.getByLabel('Message').press('!')
    await frame.getByLabel('Message').press('Backspace')
    await frame.getByText(waiting).waitFor({ state: 'detached' })
    uploads.arrive()
    await frame.getByText('Ready').waitFor()
    expect(await subjectsOf('edited@example.com')).toEqual(['Earlier'])
    await page.close()
  })

  test('is opened even if its form is left, and leaves the reader where they are', async () => {
    const { page, frame, uploads } = await openForm('left@example.com')
    await frame.getByLabel('Message').fill('See the picture')
    await frame.getByRole('button', { name: 'Open ticket' }).click()
    await frame.getByText(waiting).waitFor()
    await frame.locator('.tc-ticket', { hasText: 'Earlier' }).click()
    await frame.locator('.tc-pane-title', { hasText: 'Earlier' }).waitFor()
    uploads.arrive()
    await frame.locator('.tc-ticket', { hasText: 'Broken' }).waitFor()
    expect(await frame.locator('.tc-pane-title').innerText()).toBe('Earlier')
    await page.close()
  })
})

describe('a reply with a file that is still arriving', () => {
  async function openReply(email: string) {
    const [ticket, other] = [await openTicket(email, 'Help'), await openTicket(email, 'Other')]
    const opened = await openFrame(email, { ticket }, { viewport: { width: 1280, height: 800 } })
    const uploads = await holdUploads(opened.context)
    const { frame } = opened
    await frame.getByLabel('Add files').setInputFiles(picture('slow.png'))
    await frame.getByRole('progressbar', { name: 'Uploading slow.png' }).waitFor()
    await frame.getByLabel('Your reply').fill('See the picture')
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.getByText(waiting).waitFor()
    return { ...opened, uploads, ticket, other }
  }
  const sent = [['Please'], ['See the picture', 'slow.png']]

  test('is sent though its ticket was left', async () => {
    const { page, frame, uploads, ticket } = await openReply('away@example.com')
    await frame.locator('.tc-ticket', { hasText: 'Other' }).click()
    await frame.locator('.tc-pane-title', { hasText: 'Other' }).waitFor()
    uploads.arrive()
    await expect.poll(() => messagesOf(ticket)).toEqual(sent)
    await frame.locator('.tc-ticket', { hasText: 'Help' }).click()
    await frame.locator('.tc-attachment', { hasText: 'slow.png' }).waitFor()
    expect(await frame.getByLabel('Your reply').inputValue()).toBe('')
    await page.close()
  })

  test('is sent once the reader is back, and leaves nothing behind', async () => {
    const { page, frame, uploads, ticket } = await openReply('back@example.com')
    await frame.locator('.tc-ticket', { hasText: 'Other' }).click()
    await frame.locator('.tc-pane-title', { hasText: 'Other' }).waitFor()
    await frame.locator('.tc-ticket', { hasText: 'Help' }).click()
    await frame.getByText(waiting).waitFor()
    uploads.arrive()
    await frame.locator('.tc-attachment', { hasText: 'slow.png' }).waitFor()
    expect(await frame.getByLabel('Your reply').inputValue()).toBe('')
    expect(await frame.locator('.tc-tray__item').count()).toBe(0)
    expect(await messagesOf(ticket)).toEqual(sent)
    await page.close()
  })

  test('is not sent while its text is edited', async () => {
    const { page, frame, uploads, ticket } = await openReply('editing@example.com')
    await frame.getByLabel('Your reply').press('!')
    uploads.arrive()
    await frame.getByText('Ready').waitFor()
    expect(await frame.getByLabel('Your reply').inputValue()).toBe('See the picture!')
    expect(await messagesOf(ticket)).toEqual([['Please']])
    await page.close()
  })

  test('is not sent if the upload fails, which is said and focused when Send is pressed', async () => {
    const { page, frame, uploads, ticket } = await openReply('broken@example.com')
    uploads.fail()
    await frame.getByText('Upload failed.').waitFor()
    const alert = frame.getByRole('alert').filter({ hasText: 'Not sent' })
    await alert.waitFor()
    await frame.getByLabel('Your reply').press('Control+Enter')
    await alert.waitFor()
    const again = frame.getByRole('button', { name: 'Try again' })
    await expect.poll(() => again.evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await messagesOf(ticket)).toEqual([['Please']])
    await page.close()
  })
})

describe('in the console, with a file that is still arriving,', () => {
  async function openArriving(email: string) {
    const [ticket, other] = [await openTicket(email), await openTicket(email, `Other of ${email}`)]
    const opened = await openConsole(ticket)
    const uploads = await holdUploads(opened.context)
    await opened.page.getByLabel('Add files').waitFor()
    return { ...opened, uploads, ticket, other }
  }

  test('a reply that also solves is sent though its ticket was left', async () => {
    const email = 'solving@example.com'
    const { page, uploads, ticket } = await openArriving(email)
    await page.getByLabel('Add files').setInputFiles(picture('ours.png'))
    await page.getByRole('progressbar', { name: 'Uploading ours.png' }).waitFor()
    await page.getByLabel('Your reply').fill('Here')
    await page.getByRole('button', { name: 'Reply and solve' }).click()
    await page.getByText(waiting).waitFor()
    await page.locator('.tc-ticket', { hasText: `Other of ${email}` }).click()
    await page.locator('.tc-conversation', { hasText: `Other of ${email}` }).waitFor()
    uploads.arrive()
    await expect.poll(() => messagesOf(ticket)).toEqual([['Please'], ['Here', 'ours.png']])
    const query = `{ ticket(id: "${ticket}") { status } }`
    await expect.poll(async () => (await scene.website.key.ask(query)).ticket.status).toBe('SOLVED')
    await page.close()
  })

  test('a note is not added while its text is edited, and then as it is', async () => {
    const { page, uploads, ticket } = await openArriving('noting@example.com')
    await page.getByRole('tab', { name: 'Note' }).click()
    await page.getByLabel('Add files').setInputFiles(picture('ours.png'))
    await page.getByRole('progressbar', { name: 'Uploading ours.png' }).waitFor()
    await page.getByLabel('Your note').press('Control+Enter')
    await page.getByText(waiting).waitFor()
    await page.getByLabel('Your note').pressSequentially('Ask Pa')
    uploads.arrive()
    await page.getByText('Ready').waitFor()
    await page.getByLabel('Your note').pressSequentially('ul')
    expect(await page.locator('.tc-note').count()).toBe(0)
    await page.getByLabel('Your note').press('Control+Enter')
    await page.locator('.tc-note', { hasText: 'Ask Paul' }).waitFor()
    expect(await messagesOf(ticket)).toEqual([['Please']])
    await page.close()
  })
})
