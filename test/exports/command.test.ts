import { expect, test } from 'vitest'
import { runAdmin, runAdminProcess } from '../client/admin/run-admin.ts'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const environment = { TICKET_CENTER_URL: origin, TICKET_CENTER_KEY: website.apiKey }

test('the command prints every ticket and message', async () => {
  const customer = await website.customer('jane@example.com')
  await customer.run('openTicket', { subject: 'Printer', body: 'On fire' }, '__typename')
  const jsonl = await runAdminProcess(environment, 'export')
  expect(jsonl.stderr).toBe('')
  const types = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type)
  expect(types(jsonl.stdout)).toEqual(['ticket', 'message'])
  const csv = await runAdminProcess(
    environment,
    'export',
    '--format',
    'csv',
    '--since',
    '2026-01-01T00:00:00Z',
  )
  expect(csv.stdout).toContain(',Printer,OPEN,')
  const person = await runAdminProcess(environment, 'export', '--customer', 'jane@example.com')
  expect(types(person.stdout)).toEqual(['customer', 'ticket', 'message'])
  const erased = await runAdmin(environment, 'erase-customer', 'jane@example.com')
  expect(erased.stdout).toBe('Erased. Tickets: 1. Messages: 1.\n')
})

test('the command refuses a format for a person', async () => {
  const { code } = await runAdmin(environment, 'export', '--customer', 'jane@example.com', '--format', 'csv')
  expect(code).toBe(2)
})
