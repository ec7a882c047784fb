import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { bring, startFilesScene } from './files-scene.ts'

const { origin, rootKey } = await startApp()
const browser = await startBrowser()
const { website, openTicket, openFrame, openConsole } = await startFilesScene(origin, rootKey, browser)

test('an administrator chooses the types that customers can add, in the console', async () => {
  const email = 'types@example.com'
  const ticket = await openTicket(email)
  const { page, complaints } = await openConsole(ticket)
  await page.getByRole('link', { name: 'Settings' }).click()
  const types = page.getByLabel('Accepted files')
  expect((await types.inputValue()).split('\n')).toContain('application/pdf')
  const save = async (text: string) => {
    await types.fill(text)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
  }
  await save('png')
  await page.getByText('This is not a type such as image/png or image/*').waitFor()
  await save('image/png\n\n text/csv ')
  await page.getByText('Saved', { exact: true }).waitFor()
  expect(await types.inputValue()).toBe('image/png\ntext/csv')
  expect(await violations(page.mainFrame())).toEqual([])

  const some = await openFrame(email, { ticket })
  const input = some.frame.getByLabel('Add files')
  await expect.poll(() => input.getAttribute('accept')).toBe('image/png,text/csv,.csv')
  await some.page.close()

  await save('')
  await page.getByText('Saved', { exact: true }).waitFor()
  expect((await website.key.ask('{ website { attachmentTypes } }')).website.attachmentTypes).toEqual([])
  expect(complaints).toEqual([])
  await page.close()
})

test.for(['frame', 'console'])('without accepted types, nothing can be added in the %s', async (place) => {
  const email = `none-${place}@example.com`
  const ticket = await openTicket(email)
  await website.key.run('updateWebsite', { attachmentTypes: [] }, '__typename')
  const opened = place === 'frame' ? await openFrame(email, { ticket }) : await openConsole(ticket)
  const { shown } = opened
  await shown.getByLabel('Your reply').waitFor()
  await expect.poll(() => shown.getByLabel('Add files').count()).toBe(0)
  const uploads: string[] = []
  opened.page.on('request', (request) => uploads.push(request.url()))
  await bring(shown.getByLabel('Your reply'), 'drop', 'dropped.png')
  await shown.getByLabel('Your reply').fill('Without files')
  await shown.getByLabel('Your reply').press('Control+Enter')
  await shown.locator('.tc-message', { hasText: 'Without files' }).waitFor()
  expect(uploads.filter((url) => url.includes('/uploads/'))).toEqual([])
  await opened.page.close()
})
