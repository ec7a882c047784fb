import { describe, expect, test } from 'vitest'
import { someone, startReceivingEmails } from '../support/emailing.ts'
import { type Arrived, header } from '../support/mail-server.ts'

const { company, kindsTo, idle, server, rowOf } = await startReceivingEmails()

/** A conversation of four emails to Jane, with Paul's and Ada's emails about it. */
const made = await company()
const [jane, paul] = [someone('jane'), someone('paul')]
await made.acquaint(jane, paul)
const ticketId = await made.open(jane, { subject: 'Printer — on fire 🔥', participants: [paul] })
await idle()
for (const body of ['First', 'Second']) {
  await made.reply(ticketId, body)
  await idle()
}
await made.reply(ticketId, 'It burns still', await made.customer(jane))
await idle()
await made.team.run('setTicketStatus', { ticketId, status: 'SOLVED' }, 'ticket { id }')
const other = someone('other')
const elsewhere = await made.open(other)
await idle()
await made.reply(elsewhere, 'Use the extinguisher')
const kinds = await kindsTo(jane)
const thread = server.to(jane)
const [confirmation, first, second, solved] = thread as [Arrived, Arrived, Arrived, Arrived]
const everything = [jane, paul, other, made.ada, made.olaf].flatMap(server.to)

describe('an email', () => {
  test('is sent once for each of four occasions', () => {
    expect(kinds).toEqual(['RECEIVED', 'REPLIED', 'REPLIED', 'SOLVED'])
  })

  test.for(['From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Auto-Submitted', 'Precedence'])(
    'has one %s',
    (name) => {
      for (const email of everything) expect(header(email, name)).toHaveLength(1)
    },
  )

  test('comes from the website, at the server’s address', () => {
    for (const email of everything) {
      expect(email.from?.value).toEqual([{ name: 'Acme', address: 'tickets@example.test' }])
    }
  })

  test('has its own envelope sender, at the reply domain', () => {
    for (const { sender } of everything) expect(sender).toMatch(/^[0-9a-f]{60}@in\.example\.test$/)
    expect(new Set(everything.map(({ sender }) => sender)).size).toBe(everything.length)
  })

  test('has one recipient, in header and envelope', () => {
    for (const email of everything) {
      expect(email.recipients).toHaveLength(1)
      expect(header(email, 'To')).toEqual(email.recipients)
      expect([...header(email, 'Cc'), ...header(email, 'Bcc')]).toEqual([])
    }
  })

  test('is marked as automatic, so that no program replies', () => {
    for (const email of everything) {
      expect(header(email, 'Auto-Submitted')).toEqual(['auto-generated'])
      expect(header(email, 'Precedence')).toEqual(['bulk'])
      expect(header(email, 'X-Auto-Response-Suppress')).toEqual(['All'])
    }
  })

  test('supports one-click unsubscribe', () => {
    const urls = everything.map((email) => {
      expect(header(email, 'List-Unsubscribe-Post')).toEqual(['List-Unsubscribe=One-Click'])
      const [value = ''] = header(email, 'List-Unsubscribe')
      expect(value).toMatch(new RegExp(`^<${made.origin}/mail/[0-9a-f]{60}>$`))
      return `${email.recipients} ${value}`
    })
    const readers = new Set(everything.map(({ recipients }) => String(recipients)))
    expect(new Set(urls).size, 'Ada and Olaf have one for each ticket').toBe(readers.size + 2)
  })

  test('is dated when it became due', async () => {
    for (const email of everything) {
      const { createdAt } = await rowOf(email)
      expect(email.date?.getTime()).toBe(Math.floor(createdAt.getTime() / 1_000) * 1_000)
    }
  })

  test('has a plain-text part first, then HTML', () => {
    for (const { raw } of everything) {
      const parts = [...raw.matchAll(/^Content-Type: ([\w/]+)/gim)].map(([, type]) => type)
      expect(parts).toEqual(['multipart/alternative', 'text/plain', 'text/html'])
    }
  })

  test('has no overlong lines', () => {
    for (const { raw } of everything) {
      expect(Math.max(...raw.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998)
      expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    }
  })
})

describe('a Message-ID', () => {
  test('is the email’s own, at the reply domain', async () => {
    const ids = await Promise.all(
      everything.map(async (email) => {
        expect(header(email, 'Message-ID')).toEqual([`<${(await rowOf(email)).id}@in.example.test>`])
        return email.messageId
      }),
    )
    expect(new Set(ids).size).toBe(everything.length)
  })
})

describe('a conversation', () => {
  const ids = thread.map(({ messageId }) => String(messageId))

  test('begins with an email that is no reply', () => {
    expect([...header(confirmation, 'In-Reply-To'), ...header(confirmation, 'References')]).toEqual([])
  })

  test('continues with emails that each reply to the previous one, and reference all', () => {
    for (const [index, email] of [first, second, solved].entries()) {
      expect(header(email, 'In-Reply-To')).toEqual([ids[index]])
      expect(header(email, 'References')).toEqual([ids.slice(0, index + 1).join(' ')])
    }
  })

  test('has one subject, which includes the ticket’s', () => {
    for (const [reader, count] of [
      [jane, 4],
      [paul, 5],
      [made.ada, 2],
    ] as const) {
      const emails = server.to(reader).filter(({ subject }) => subject?.includes('Printer — on fire 🔥'))
      expect(emails).toHaveLength(count)
      expect(new Set(emails.map(({ subject }) => subject)).size).toBe(1)
    }
  })

  test('is each reader’s own: no email references another reader’s', () => {
    const own = new Set(server.to(paul).map(({ messageId }) => messageId))
    expect(own.size).toBe(5)
    for (const email of server.to(paul)) {
      const named = [...header(email, 'In-Reply-To'), ...header(email, 'References')].join(' ')
      for (const id of named.split(' ').filter(Boolean)) expect(own).toContain(id)
    }
  })
})
