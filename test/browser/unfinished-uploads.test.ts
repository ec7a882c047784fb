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

describe('a new ticket with a file that is still arriving', async () => {
  const email = 'forms@example.com'
  await openTicket(email, 'Earlier')
  const { page, frame } = await openFrame(email)

  async function openForm(subject: string) {
    const uploads = await holdUploads(page.context())
    await frame.getByRole('button', { name: 'New ticket' }).first().click()
    await frame.getByLabel('Add files').setInputFiles(picture('slow.png'))
    await frame.getByRole('progressbar', { name: 'Uploading slow.png' }).waitFor()
    await frame.getByLabel('Subject').fill(subject)
    return uploads
  }

  test('says that it waits, and is opened by the arrival', async () => {
    const uploads = await openForm('Waits')
    await frame.getByLabel('Message').fill('See the picture')
    await frame.getByRole('button', { name: 'Open ticket' }).click()
    await frame.getByText(waiting).waitFor()
    expect(await violations(page.frames()[1] as never)).toEqual([])
    uploads.arrive()
    await frame.locator('.tc-attachment', { hasText: 'slow.png' }).waitFor()
  })

  test('waits no longer once its text is edited', async () => {
    const uploads = await openForm('Edited')
    await frame.getByLabel('Message').fill('See the picture')
    await frame.getByRole('button', { name: 'Open ticket' }).click()
    await frame.getByText(waiting).waitFor()
    await frame.getByLabel('Message').press('!')
    await frame.getByLabel('Message').press('Backspace')
    await frame.getByText(waiting).waitFor({ state: 'detached' })
    uploads.arrive()
    await frame.getByText('Ready').waitFor()
    expect(await subjectsOf(email)).not.toContain('Edited')
    await frame.getByRole('button', { name: 'Open ticket' }).click()
    await frame.locator('.tc-pane-title', { hasText: 'Edited' }).waitFor()
  })

  test('is opened even if its form is left, and leaves the reader where they are', async () => {
    const uploads = await openForm('Left')
    await frame.getByLabel('Message').fill('See the picture')
    await frame.getByRole('button', { name: 'Open ticket' }).click()
    await frame.getByText(waiting).waitFor()
    await frame.locator('.tc-ticket', { hasText: 'Earlier' }).click()
    await frame.locator('.tc-pane-title', { hasText: 'Earlier' }).waitFor()
    uploads.arrive()
    await frame.locator('.tc-ticket', { hasText: 'Left' }).waitFor()
    expect(await frame.locator('.tc-pane-title').innerText()).toBe('Earlier')
  })

  test('is not opened by the arrival when Enter has only shown that the message is missing', async () => {
    const uploads = await openForm('Half')
    await frame.getByLabel('Subject').press('Enter')
    await frame.getByText('Please write a message.').waitFor()
    await frame.getByLabel('Message').pressSequentially('Hel')
    uploads.arrive()
    await frame.getByText('Ready').waitFor()
    await frame.getByLabel('Message').pressSequentially('lo')
    expect(await frame.getByLabel('Message').inputValue()).toBe('Hello')
    expect(await subjectsOf(email)).not.toContain('Half')
    await page.close()
  })
})

describe('a reply with a file that is still arriving', async () => {
  const email = 'replies@example.com'
  await openTicket(email, 'Other')
  const { page, context, frame } = await openFrame(email, {}, { viewport: { width: 1280, height: 800 } })
  const show = async (subject: string) => {
    await frame.locator('.tc-ticket', { hasText: subject }).click()
    await frame.locator('.tc-pane-title', { hasText: subject }).waitFor()
  }

  async function openReply(subject: string) {
    const ticket = await openTicket(email, subject)
    await show(subject)
    const uploads = await holdUploads(context)
    await frame.getByLabel('Add files').setInputFiles(picture('slow.png'))
    await frame.getByRole('progressbar', { name: 'Uploading slow.png' }).waitFor()
    await frame.getByLabel('Your reply').fill('See the picture')
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.getByText(waiting).waitFor()
    return { uploads, ticket }
  }
  const sent = [['Please'], ['See the picture', 'slow.png']]

  test('is sent though its ticket was left', async () => {
    const { uploads, ticket } = await openReply('Away')
    await show('Other')
    uploads.arrive()
    await expect.poll(() => messagesOf(ticket)).toEqual(sent)
    await show('Away')
    await frame.locator('.tc-attachment', { hasText: 'slow.png' }).waitFor()
    expect(await frame.getByLabel('Your reply').inputValue()).toBe('')
  })

  test('is sent once the reader is back, and leaves nothing behind', async () => {
    const { uploads, ticket } = await openReply('Back')
    await show('Other')
    await show('Back')
    await frame.getByText(waiting).waitFor()
    uploads.arrive()
    await frame.locator('.tc-attachment', { hasText: 'slow.png' }).waitFor()
    expect(await frame.getByLabel('Your reply').inputValue()).toBe('')
    expect(await frame.locator('.tc-tray__item').count()).toBe(0)
    expect(await messagesOf(ticket)).toEqual(sent)
  })

  test('is not sent while its text is edited', async () => {
    const { uploads, ticket } = await openReply('Editing')
    await frame.getByLabel('Your reply').press('!')
    uploads.arrive()
    await frame.getByText('Ready').waitFor()
    expect(await frame.getByLabel('Your reply').inputValue()).toBe('See the picture!')
    expect(await messagesOf(ticket)).toEqual([['Please']])
  })

  test('is not sent if the upload fails, which is said and focused when Send is pressed', async () => {
    const { uploads, ticket } = await openReply('Broken')
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

describe('in the console, with a file that is still arriving,', async () => {
  const email = 'console@example.com'
  const [solving, noting] = [await openTicket(email, 'Solving'), await openTicket(email, 'Noting')]
  const { page, context } = await openConsole(solving)
  const showNoting = async () => {
    await page.locator('.tc-ticket', { hasText: 'Noting' }).click()
    await page.locator('.tc-conversation', { hasText: 'Noting' }).waitFor()
  }

  test('a reply that also solves is sent though its ticket was left', async () => {
    const uploads = await holdUploads(context)
    await page.getByLabel('Add files').setInputFiles(picture('ours.png'))
    await page.getByRole('progressbar', { name: 'Uploading ours.png' }).waitFor()
    await page.getByLabel('Your reply').fill('Here')
    await page.getByRole('button', { name: 'Reply and solve' }).click()
    await page.getByText(waiting).waitFor()
    await showNoting()
    uploads.arrive()
    await expect.poll(() => messagesOf(solving)).toEqual([['Please'], ['Here', 'ours.png']])
    const query = `{ ticket(id: "${solving}") { status } }`
    await expect.poll(async () => (await scene.website.key.ask(query)).ticket.status).toBe('SOLVED')
  })

  test('a note is not added while its text is edited, and then as it is', async () => {
    const uploads = await holdUploads(context)
    await showNoting()
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
    expect(await messagesOf(noting)).toEqual([['Please']])
    await page.close()
  })
})
