import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey, variables } = await startOwnApp()
const website = await createTestWebsite(origin, rootKey)
const browser = await startBrowser()

async function openConsole(email: string, place = '') {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 900 } })
  await opened.page.goto(consoleOf(website, email).linkTo({ place }))
  return opened
}

/** An administrator's settings. */
const admin = await openConsole('ada@acme.com', '/settings/general')

async function openEmail() {
  await admin.page.getByRole('link', { name: 'Email', exact: true }).click()
  await admin.page.getByRole('heading', { name: 'Email', exact: true }).waitFor()
  return admin
}

const fields = 'fromName delaySeconds content ticketUrl accentColor'
const saved = async () =>
  (await website.key.ask(`{ website { settings { email { ${fields} } } } }`)).website.settings.email

test('an administrator changes the email settings, which persist after a reload', async () => {
  const { page, complaints } = await openEmail()
  const sender = page.getByLabel('Sender')
  const delay = page.getByLabel('Wait before emailing a reply')
  const accent = page.getByLabel('Accent color', { exact: true })
  const link = page.getByLabel('Page for customers')
  expect([await sender.inputValue(), await delay.inputValue()]).toEqual(['', '120'])

  await sender.fill('Acme Support')
  await delay.selectOption({ label: '10 minutes' })
  await page.getByLabel('The beginning of each message').check()
  await link.fill('https://app.acme.com/support?ticket={number}')
  await page.getByText('Ticket 41: https://app.acme.com/support?ticket=41').waitFor()
  await page.getByLabel('Choose the accent color').fill('#0a5a3c')
  expect(await accent.inputValue()).toBe('#0a5a3c')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  expect(await saved()).toEqual({
    fromName: 'Acme Support',
    delaySeconds: 600,
    content: 'EXCERPT',
    ticketUrl: 'https://app.acme.com/support?ticket={number}',
    accentColor: '#0a5a3c',
  })

  await page.reload()
  await expect.poll(() => sender.inputValue()).toBe('Acme Support')
  expect(await delay.inputValue()).toBe('600')
  expect(await page.getByLabel('The beginning of each message').isChecked()).toBe(true)
  expect(await link.inputValue()).toContain('{number}')
  expect(await accent.inputValue()).toBe('#0a5a3c')

  await sender.fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  expect(await saved()).toMatchObject({ fromName: null, delaySeconds: 600 })

  await page.getByRole('link', { name: 'Audit log' }).click()
  const entry = page.getByRole('listitem').filter({ hasText: 'changed the email settings' }).last()
  await entry.waitFor()
  expect(await entry.locator('dt').allInnerTexts()).toEqual([
    'Content',
    'Sender’s name',
    'Address for customers',
    'Accent color',
    'Delay in seconds',
  ])
  expect(complaints).toEqual([])
})

test('an invalid address is reported at its field, which gets the focus, and nothing is saved', async () => {
  const { page, complaints } = await openEmail()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  const before = await saved()
  await page.getByLabel('Sender').fill('Somebody else')
  const link = page.getByLabel('Page for customers')
  await link.fill('http://app.acme.com/{number}')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('.tc-field--invalid', { has: link }).getByText('must start with https://').waitFor()
  expect(await page.getByText('Saved', { exact: true }).count()).toBe(0)
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await page.getByLabel('Sender').inputValue()).toBe('Somebody else')
  expect(await saved()).toEqual(before)
  expect(complaints).toEqual([])
})

test('a test email is sent to the administrator who requests it', async () => {
  const { page, complaints } = await openEmail()
  await page.getByRole('button', { name: 'Send a test email' }).click()
  await page.getByText('Sent to ada@acme.com').waitFor()
  const folder = join(variables.DATA_DIR ?? '', 'mail')
  const files = readdirSync(folder)
  expect(files).toHaveLength(1)
  expect(readFileSync(join(folder, files[0] ?? ''), 'utf8')).toMatch(/^To: ada@acme\.com/m)
  expect(complaints).toEqual([])
})

test('an agent chooses which tickets to be emailed about, using only the keyboard', async () => {
  const { page, complaints } = await openConsole('olaf@acme.com')
  const button = page.getByRole('button', { name: 'Your preferences' })
  const dialog = page.getByRole('dialog', { name: 'Your preferences' })
  const choice = (name: string) => dialog.getByLabel(name)
  await button.press('Enter')
  await choice('All tickets').press('ArrowDown')
  await choice('Tickets assigned to you').press('Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  const olaf = await website.operator('olaf@acme.com')
  const chosen = '{ viewer { ... on Operator { notifications } } }'
  expect((await olaf.ask(chosen)).viewer.notifications).toBe('ASSIGNED')

  await page.reload()
  await button.click()
  await expect.poll(() => choice('Tickets assigned to you').isChecked()).toBe(true)
  await choice('No tickets').check()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect((await olaf.ask(chosen)).viewer.notifications).toBe('ASSIGNED')
  expect(complaints).toEqual([])
  await page.close()
})
