import { describe, expect, test } from 'vitest'
import { someone, startReceivingEmails } from '../support/emailing.ts'
import { type Arrived, header } from '../support/mail-server.ts'

const { company, idle, server, db } = await startReceivingEmails()
const made = await company()

/** A new ticket whose confirmation was sent: ids of its email thread and, global, of itself. */
async function threadOf(email: string) {
  const ticketId = await made.open(email)
  await idle()
  const { id } = await db.emailThread.findFirstOrThrow({ where: { email } })
  return { id, ticketId }
}

describe('an email after a reply by email', () => {
  test('references it, and nothing that is not a Message-ID', async () => {
    const email = someone('jane')
    const { ticketId, id: threadId } = await threadOf(email)
    const [before] = await server.count(email, 1)
    const good = '<CAF+abc=1@mail.example.com>'
    const bad = ['<a@b>\r\nBcc: victim@evil.example', 'no brackets', `<${'x'.repeat(300)}@y>`, '<a b@c>']
    for (const messageIdHeader of [good, ...bad]) {
      await db.inboundEmail.create({
        data: { threadId, state: 'POSTED', raw: new Uint8Array(), messageIdHeader },
      })
    }
    await made.reply(ticketId, 'Thank you')
    await idle()
    const arrived = server.to(email)[1] as Arrived
    expect(header(arrived, 'In-Reply-To')).toEqual([good])
    expect(header(arrived, 'References')).toEqual([`${before.messageId} ${good}`])
    expect(header(arrived, 'Bcc')).toEqual([])
  })
})

describe('replies go', () => {
  const repliesTo = (arrived: Arrived) => arrived.replyTo?.value[0]

  test('to an address that is the reader’s own and the same in every email of the ticket', async () => {
    const [jane, paul] = [someone('jane'), someone('paul')]
    await made.acquaint(jane, paul)
    const ticketId = await made.open(jane, { participants: [paul] })
    await idle()
    await made.reply(ticketId, 'Use the extinguisher')
    await idle()
    const addresses = [jane, paul].map((reader) => {
      const [address, ...others] = new Set(server.to(reader).map((arrived) => repliesTo(arrived)?.address))
      expect(server.to(reader)).toHaveLength(2)
      expect(others).toEqual([])
      expect(address).toMatch(/^[0-9a-f]{60}@in\.example\.test$/)
      return address
    })
    expect(addresses[0]).not.toBe(addresses[1])
    expect(repliesTo(server.to(jane)[0] as Arrived)?.name).toBe('Acme')
  })

  test('nowhere for operators', async () => {
    await made.open(someone('jane'))
    await idle()
    expect(server.to(made.ada).length).toBeGreaterThan(0)
    for (const arrived of server.to(made.ada)) expect(header(arrived, 'Reply-To')).toEqual([])
  })
})
