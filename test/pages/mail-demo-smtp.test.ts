import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { load } from '../support/page.ts'

const { origin } = await startApp({
  DEMO: 'on',
  SMTP_URL: 'smtp://someone:password@127.0.0.1:1',
  MAIL_FROM: 'tickets@acme.com',
})

test('the demo’s mailbox says that mails leave by SMTP', async () => {
  const { status, body, headers } = await load(`${origin}/demo/mail`)
  expect(status).toBe(200)
  expect(body).toContain('Mails leave by SMTP')
  expect(body).not.toContain('password')
  expect(headers.refresh).toBeUndefined()
})
