import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { startApp } from '../../support/app.ts'
import { freePort } from '../../support/free-port.ts'
import { startReceiver } from '../../support/webhook-receiver.ts'
import { openTicket } from '../../support/webhooks.ts'
import { createTestWebsite } from '../../support/website.ts'
import { runAdmin } from './run-admin.ts'

const { origin, rootKey } = await startApp()

/** The command line with a key of a website. */
function admin({ apiKey }: { apiKey: string }) {
  const variables = { TICKET_CENTER_URL: origin, TICKET_CENTER_KEY: apiKey }
  return async (...words: string[]) => {
    const { code, stdout, stderr } = await runAdmin(variables, ...words)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return stdout.trim()
  }
}

test('the command line creates, changes, tests, rolls and deletes webhooks, and sends them again', async () => {
  const [website, receiver] = [await createTestWebsite(origin, rootKey), await startReceiver()]
  const run = admin(website)
  const [first, second] = [receiver.url('/first'), receiver.url('/second')]
  expect(await run('create-webhook', first, '--events', 'ticket-opened', '--description', 'For us')).toMatch(
    /^whsec_/,
  )
  expect(await run('list-webhooks')).toMatch(/enabled +TICKET_OPENED +For us$/)
  expect(await run('test-webhook', first)).toBe('delivered, 1 attempt, status 204')
  expect(await run('update-webhook', first, '--url', second, '--events', 'all')).toContain('is changed')
  expect(await run('roll-webhook-secret', second, '--overlap-hours', '1')).toMatch(/^whsec_/)
  await openTicket(website.key)
  await receiver.count('/second', 2)
  await expect.poll(() => run('list-deliveries', second)).not.toContain('queued')
  const { deliveries } = JSON.parse(await run('list-deliveries', second, '--first', '1', '--json'))
  expect(await run('redeliver-webhook', deliveries[0].id)).toBe('The delivery is queued to be sent again.')
  await receiver.count('/second', 3)
  expect(await run('redeliver-webhooks', second, '--since', '2020-01-01')).toBe(
    '2 deliveries are sent again.',
  )
  await receiver.count('/second', 5)
  expect(await run('delete-webhook', second)).toContain('is deleted')
  expect(await run('list-webhooks')).toBe('No webhooks.')
})

test('the documented receiver prints what is signed, once, and refuses everything else', async () => {
  const website = await createTestWebsite(origin, rootKey)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  const secret = await admin(website)('create-webhook', url, '--events', 'TICKET_OPENED')
  const script = join(import.meta.dirname, '../../../docs/webhooks/receiver.mjs')
  const child = spawn(process.execPath, [script], {
    env: { WEBHOOK_SECRET: secret, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  const printed = textOf(child.stdout)
  await expect
    .poll(() =>
      fetch(url, { method: 'POST' }).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(400)
  await openTicket(website.key)
  const run = admin(website)
  await expect.poll(() => run('list-deliveries', url)).toContain('delivered')
  await run('redeliver-webhooks', url, '--since', '2020-01-01')
  await expect.poll(() => run('list-deliveries', url)).toContain('delivered, 2 attempts, status 204')
  child.kill()
  expect(await printed).toBe('ticket.opened 1\n')
})
