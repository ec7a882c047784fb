import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { rowId, someone, startOwnEmailing } from '../support/emailing.ts'

const { company, idle, variables, db, server } = await startOwnEmailing({ SMTP_URL: '' })
const folder = join(String(variables.DATA_DIR), 'mail')

describe('without a mail server', () => {
  test('emails are files, each whole and one for each email', async () => {
    const { open, reply, ada } = await company()
    const jane = someone('jane')
    const ticketId = await open(jane, { subject: 'Printer 🔥' })
    await idle()
    for (const body of ['First', 'Second']) {
      await reply(ticketId, body)
      await idle()
    }
    const rows = await db.email.findMany({ where: { thread: { ticketId: rowId(ticketId) } } })
    const names = readdirSync(folder).sort()
    expect(rows).toHaveLength(5)
    expect(rows.map(({ state }) => state)).toEqual(Array(5).fill('SENT'))
    expect(names.map((name) => name.slice(-40, -4)).sort()).toEqual(rows.map(({ id }) => id).sort())
    for (const name of names)
      expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z-[0-9a-f-]{36}\.eml$/)
    const emails = await Promise.all(names.map((name) => simpleParser(readFileSync(join(folder, name)))))
    const toJane = emails.filter(({ to }) => [to].flat()[0]?.value[0]?.address === jane)
    expect(
      toJane.map(({ text }) => /First|Second|on fire/.exec(text ?? '')?.[0]),
      'by time',
    ).toEqual(['on fire', 'First', 'Second'])
    for (const email of emails) {
      expect(email.subject).toContain('Printer 🔥')
      expect(email.html).toBeTruthy()
      expect(email.headers.get('auto-submitted')).toBe('auto-generated')
    }
    expect(toJane[2]?.inReplyTo).toBe(toJane[1]?.messageId)
    expect(emails.some(({ to }) => [to].flat()[0]?.value[0]?.address === ada)).toBe(true)
    expect(server.emails).toEqual([])
  })

  test('a test email is one, too', async () => {
    const { team, ada } = await company()
    const before = new Set(readdirSync(folder))
    await team.run('sendTestEmail', {}, 'to')
    const [name, ...others] = readdirSync(folder).filter((file) => !before.has(file))
    expect(others).toEqual([])
    const email = await simpleParser(readFileSync(join(folder, String(name))))
    expect([email.to].flat()[0]?.value[0]?.address).toBe(ada)
  })
})
