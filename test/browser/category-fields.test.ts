import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { key } = website
const browser = await startBrowser()

async function openConsole() {
  const opened = await openPage(browser, { viewport: { width: 1440, height: 900 } })
  await opened.page.goto(consoleOf(website, 'ada@acme.com').linkTo())
  return opened
}

test('an administrator defines the fields of a category, and operators change and filter by values', async () => {
  await key.run('createCategory', { name: 'Orders' }, '__typename')
  const { page, complaints } = await openConsole()
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Categories', exact: true }).click()
  await page.getByRole('button', { name: 'Fields of Orders' }).click()

  await page.getByRole('button', { name: 'Add a field' }).click()
  await page.getByLabel('Label').fill('Your plan')
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('your_plan')
  await page.getByLabel('Type').selectOption('Choice')
  await save.click()
  await page.getByText('Give at least one.').waitFor()
  await page.getByLabel('Choices').fill('Free\nPro')
  await page.getByLabel('Required').check()
  await save.click()
  await page.getByText('your_plan').waitFor()

  await page.getByRole('button', { name: 'Add a field' }).click()
  await page.getByLabel('Label').fill('Order number')
  await page.getByLabel('Pattern').fill('[A-Z]+-[0-9]+')
  await page.getByLabel('Hint').fill('Such as AB-12')
  await page.getByLabel('Shown').selectOption('If “Your plan” is filled in')
  await page.getByLabel('Pro').check()
  expect(await violations(page.mainFrame())).toEqual([])
  await save.click()
  await page.getByText('Depends on Your plan').waitFor()
  expect(await violations(page.mainFrame())).toEqual([])

  await page.getByRole('button', { name: 'Delete “Your plan”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('“Order number” depends on this field: change that field first').waitFor()
  await page.keyboard.press('Escape')

  const { categories } = (await key.ask('{ website { categories { id } } }')).website
  for (const plan of ['Free', 'Pro']) {
    const fields = [{ name: 'your_plan', value: plan }]
    const input = { subject: `On ${plan}`, body: 'Please', customerEmail: 'jane@example.com' }
    const opened = { ...input, categoryId: categories[0].id, fields }
    const { ticket } = await key.run('openTicket', opened, 'ticket { id }')
    const order = { name: 'order_number', value: 'AB-99' }
    if (plan === 'Free')
      await key.run('setTicketFields', { ticketId: ticket.id, fields: [order] }, '__typename')
  }
  await page.getByRole('link', { name: 'Tickets', exact: true }).click()
  await page.getByRole('button', { name: /^All/ }).click()
  await page.getByLabel('Category').first().selectOption('Orders')
  const list = page.getByRole('navigation')
  await page.getByLabel('Field value').selectOption('Order number is…')
  for (const [value, shown] of [
    ['AB-9', 'Nothing found'],
    ['AB-99', 'On Free'],
  ] as const) {
    await list.getByLabel('Order number').fill(value)
    await list.getByLabel('Order number').press('Enter')
    await list.getByText(shown).waitFor()
  }
  await page.getByLabel('Field value').selectOption('Your plan: Pro')
  await list.getByText('On Free').waitFor({ state: 'detached' })
  await list.getByText('On Pro').click()
  const order = page.getByLabel('Order number')
  await order.fill('x')
  await order.press('Enter')
  await page.getByText('Such as AB-12').waitFor()
  await order.fill('AB-12')
  await order.press('Enter')
  await page.getByText('Ada changed Order number').waitFor()
  expect(await violations(page.mainFrame())).toEqual([])
  // The open ticket stays in the list until the operator leaves it.
  await page.getByLabel('Your plan').selectOption('Free')
  await page.getByText('Ada changed Your plan').waitFor()
  const { tickets } = await key.ask('{ tickets { edges { node { subject fields { value } } } } }')
  expect(tickets.edges[0].node).toEqual({
    subject: 'On Pro',
    fields: [{ value: 'Free' }, { value: 'AB-12' }],
  })
  expect(complaints).toEqual([])
  await page.close()
})
