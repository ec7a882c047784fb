import { beforeAll, describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { writeEmail } from '../support/email-files.ts'
import { load } from '../support/page.ts'

const { origin, variables } = await startOwnApp({ DEMO: 'on' })
const { db } = await import('../../server/database/db.ts')
const { demoKey, demoWebsiteId } = await import('../../server/demo/website.ts')
const api = apiClient(origin, demoKey())
const sam = 'sam+larkpost@trailgrain.example'

const mailbox = `${origin}/demo/mail`
const dataDir = variables.DATA_DIR ?? ''
const empty = await load(mailbox)

describe('the mailbox', () => {
  const hostile = '"><script>alert(1)</script>'
  let name = ''
  beforeAll(async () => {
    await writeEmail(dataDir, { to: 'older@example.com', subject: 'Older', text: 'Old' })
    name = await writeEmail(dataDir, {
      from: { name: 'Acme', address: 'tickets@acme.com' },
      to: 'jane@example.com',
      replyTo: 'reply@in.acme.com',
      subject: `Parcel ${hostile}`,
      messageId: '<two@acme.com>',
      inReplyTo: '<one@acme.com>',
      references: ['<zero@acme.com>', '<one@acme.com>'],
      headers: { 'List-Unsubscribe': '<https://acme.com/mail/x>' },
      text: `Plain ${hostile}`,
      html: `<html><head><title>x</title></head><body><p>As it looks</p>${hostile}</body></html>`,
    })
  })

  test('explains how to get an email if there is none, and reloads', () => {
    expect(empty.status).toBe(200)
    expect(empty.body).toContain('No emails yet')
    expect(empty.body).toContain('15 seconds')
    expect(empty.headers.refresh).toBe('5')
  })

  test('lists emails, newest first', async () => {
    const { body, headers } = await load(mailbox)
    const [newest, oldest] = ['jane@example.com', 'older@example.com'].map((text) => body.indexOf(text))
    expect(newest).toBeGreaterThan(0)
    expect(oldest).toBeGreaterThan(Number(newest))
    expect(body).toContain(`href="/demo/mail/${name}"`)
    expect(headers.refresh).toBe('5')
  })

  test('shows the important headers, and nothing as markup', async () => {
    const { body, headers } = await load(`${mailbox}/${name}`)
    for (const text of [
      'tickets@acme.com',
      'reply@in.acme.com',
      '&lt;two@acme.com&gt;',
      '&lt;zero@acme.com&gt; &lt;one@acme.com&gt;',
      '&lt;https://acme.com/mail/x&gt;',
      'Parcel &quot;&gt;&lt;script&gt;',
    ]) {
      expect(body).toContain(text)
    }
    expect(body).not.toContain('<script')
    expect(body).toContain(
      `src="/demo/mail/${name}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"`,
    )
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/)
    expect(headers.refresh).toBeUndefined()
  })

  test('shows the plain text', async () => {
    const { body } = await load(`${mailbox}/${name}?part=text`)
    expect(body).toContain('Plain &quot;&gt;&lt;script&gt;')
    expect(body).not.toContain('<iframe')
  })

  test('shows the email in a sandboxed frame', async () => {
    const { body, headers } = await load(`${mailbox}/${name}/html`)
    expect(body).toContain('<head><base target="_blank">')
    expect(body).toContain('As it looks')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    )
  })

  test('serves the file', async () => {
    const { body, headers } = await load(`${mailbox}/${name}/raw`)
    expect(body).toMatch(/^Subject: =\?UTF-8/m)
    expect(headers).toMatchObject({
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${name}"`,
    })
  })

  test('serves no other file', async () => {
    const time = '2026-01-01T00-00-00.000Z'
    const names = [
      '../demo.key',
      '..%2fdemo.key',
      '%2e%2e%2fdemo.key',
      `${time}-..%2f..%2fdemo.key.eml`,
      `${time}-0193a2b0-0000-7000-8000-000000000099.eml`,
      `${name}%00`,
      `${name}.part`,
      'x',
    ]
    for (const other of names) {
      for (const rest of ['', '/html', '/raw']) {
        const answer = await load(`${mailbox}/${other}${rest}`)
        expect([other, rest, answer.status]).toEqual([other, rest, 404])
        expect(answer.body).not.toContain(demoKey())
      }
    }
  })

  test('shows each recipient’s role in the ticket', async () => {
    await db.website.update({ where: { id: demoWebsiteId }, data: { emailDelaySeconds: 0 } })
    const input = { subject: 'Told', body: 'Hello', customerEmail: sam, participants: ['new@example.com'] }
    await api.run('openTicket', input, '__typename')
    const line = (email: string, role: string) =>
      new RegExp(`<bdi>${email.replace('+', '\\+')}</bdi>(?:(?!</a>).)*<small>${role}</small>`, 's')
    await expect.poll(async () => (await load(mailbox)).body).toMatch(line('new@example.com', 'Participant'))
    await expect.poll(async () => (await load(mailbox)).body).toMatch(line(sam, 'Customer'))
  })
})
