import { describe, expect, onTestFinished, test } from 'vitest'
import { newEnvironment, postgres } from '../support/environment.ts'
import { freePort } from '../support/free-port.ts'
import { startMailServer } from '../support/mail-server.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'

describe.skipIf(!postgres)('over one database', () => {
  test('the web process answers requests and the worker sends emails', async () => {
    const { variables } = await newEnvironment()
    const mailbox = await startMailServer()
    const email = { SMTP_URL: mailbox.url, MAIL_FROM: 'tickets@example.test' }
    const web = spawnServer({ ...variables, ...email, ROLE: 'web' })
    onTestFinished(async () => {
      await web.stop()
      await mailbox.down()
    })
    const website = await createTestWebsite(await web.origin, variables.ROOT_KEY ?? '')
    const jane = await website.customer('jane@example.com')
    const { ticket } = await jane.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id }')
    const queued = await website.key.ask(
      'query ($id: ID!) { ticket(id: $id) { lastMessage { emails { state } } } }',
      {
        id: ticket.id,
      },
    )
    expect(queued.ticket.lastMessage.emails, 'emails while nobody works on them').toEqual([])

    const port = await freePort()
    const worker = spawnServer({
      ...variables,
      ...email,
      ROLE: 'worker',
      PUBLIC_URL: 'https://help.example.test',
      PORT: String(port),
    })
    onTestFinished(async () => {
      await worker.stop()
    })
    await worker.origin
    const [confirmation] = await mailbox.count('jane@example.com', 1)
    expect(confirmation.text).toContain('https://help.example.test/mail/')
    const paths = ['/livez', '/readyz', '/metrics', '/graphql', `/tickets/${website.websiteId}`, '/']
    const statuses = await Promise.all(
      paths.map(async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).status),
    )
    expect(statuses).toEqual([200, 200, 200, 404, 404, 404])
  })
})
