import type { BrowserContext } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { pdf } from '../support/pdf.ts'
import { png, upload } from '../support/upload.ts'
import { picture, startFilesScene } from './files-scene.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const browser = await startBrowser()
const { website, openTicket, openFrame, openConsole } = await startFilesScene(origin, rootKey, browser)

/** Opens a customer's ticket with a file, whose name is its subject. */
async function openWith(email: string, name: string, bytes: Uint8Array = png()) {
  const customer = await website.customer(email)
  const input = { subject: name, body: 'See', attachmentIds: [await upload(customer, { name, bytes })] }
  const { ticket } = await customer.run('openTicket', input, 'ticket { id }')
  return ticket.id as string
}

test('a file is refused with the reason, in the language of the customer', async () => {
  const email = 'reasons@example.com'
  const ticket = await openTicket(email)
  const { page, frame } = await openFrame(email, { ticket, locale: 'de' })
  const add = (...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
    frame.getByLabel('Dateien hinzufügen').setInputFiles(files)
  const item = (name: string, reason: string) =>
    frame.locator('.tc-tray__item', { hasText: name }).getByText(reason).waitFor()

  await add({ ...picture('wide.png'), buffer: png(10_000, 10_000) })
  await item('wide.png', 'Ein Bild darf höchstens 60 Millionen Pixel haben.')
  await add({ name: 'large.zip', mimeType: 'application/zip', buffer: Buffer.alloc(25_000_001) })
  await item('large.zip', 'Eine Datei darf höchstens 25 MB groß sein.')
  await add({ name: 'c.exe', mimeType: '', buffer: Buffer.from('4d5a90000300000004000000ffff', 'hex') })
  await item('c.exe', 'Dateien dieses Typs werden nicht angenommen.')

  const one = { name: 'long ago.png', size: 249_999_999, type: 'image/png', websiteId: '' }
  const { id, websiteId } = await db.customer.findFirstOrThrow({ where: { email } })
  const { id: full } = await db.attachment.create({ data: { ...one, websiteId, customerId: id } })
  await add(picture('quota.png'))
  await item('quota.png', 'Das Tageslimit für Dateien ist erreicht.')
  await db.attachment.delete({ where: { id: full } })

  await add(...Array.from({ length: 11 }, (_, at) => picture(`${at + 1}.png`)))
  await item('11.png', 'Eine Nachricht kann höchstens 10 Dateien enthalten.')
  expect(await frame.getByText('Eine Nachricht kann höchstens').count()).toBe(1)
  expect(await violations(page.frames()[1] as never)).toEqual([])
  await page.close()
})

describe.for(['frame', 'console'])('in the %s,', async (place) => {
  const [email, program] = [`${place}@example.com`, `program of the ${place}.png`]
  await openWith(email, program)
  const where = { message: { ticket: { customer: { email } } } }
  await db.attachment.updateMany({ where, data: { key: null, previewKey: null } })
  const ticket = await openWith(email, 'a.png')
  const code = /create-files|catalogues-|texts-|add-styles/
  const withoutCode = (context: BrowserContext) => context.route(code, (route) => route.abort())
  const opened =
    place === 'frame'
      ? await openFrame(email, { ticket }, {}, withoutCode)
      : await openConsole(ticket, withoutCode)
  const { page, context, shown } = opened

  test('files whose code cannot be loaded are named, and shown later', async () => {
    const alert = shown.locator('.tc-message').getByRole('alert').filter({ hasText: 'a.png' })
    await alert.first().waitFor()
    await context.unroute(code)
    await alert.first().getByRole('button', { name: 'Try again' }).click()
    const image = shown.locator('.tc-attachment img')
    await image.waitFor()
    expect(await image.evaluate((img) => getComputedStyle(img).display)).toBe('block')
    expect(await alert.count()).toBe(0)
  })

  test('a file of an email that was not accepted says so', async () => {
    await shown.locator('.tc-ticket', { hasText: program }).click()
    await shown
      .locator('.tc-attachment', { hasText: program })
      .getByText('Not stored: this file is not accepted')
      .waitFor()
    await page.close()
  })
})

const viewer = 'viewer@example.com'
await openWith(viewer, 'plan.pdf', pdf('1 0 0 rg 0 0 595 421 re f'))
await openWith(viewer, 'wide.png', png(1_500, 4))
const { context, frame, complaints } = await openFrame(viewer)

test('a click in the frame opens a picture as it is', async () => {
  await frame.locator('.tc-ticket', { hasText: 'wide.png' }).click()
  const [popup] = await Promise.all([context.waitForEvent('page'), frame.locator('.tc-attachment a').click()])
  const image = popup.locator('img')
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1_500)
  await popup.close()
})

test('the first page of a PDF is shown in the frame, and opened by a click', async () => {
  await frame.locator('.tc-ticket', { hasText: 'plan.pdf' }).click()
  const shapeOf = (img: HTMLImageElement) => img.naturalWidth / img.naturalHeight
  const link = frame.locator('.tc-attachment a', { hasText: 'plan.pdf' })
  await expect.poll(() => link.locator('img').evaluate(shapeOf)).toBeCloseTo(595 / 842)
  const [popup] = await Promise.all([context.waitForEvent('page'), link.click()])
  await expect.poll(() => popup.locator('img').evaluate(shapeOf)).toBeCloseTo(595 / 842)
  expect(complaints).toEqual([])
})
