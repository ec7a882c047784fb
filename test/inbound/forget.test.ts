import { expect, test } from 'vitest'
import { startReceiving } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { newPostman } from './postman.ts'

const { app, origin, rootKey } = await startReceiving()
const { replyAddress } = await newPostman(origin, app.inboundPort() ?? 0)
const { db } = await import('../../server/database/db.ts')
const { encodeGlobalID } = await import('../../server/api/global-id.ts')
const { forgetOldEmails } = await import('../../server/inbound/forget.ts')
const { threadOf } = await import('../../server/inbound/receiving/reply-address.ts')
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')
const { ticket } = await jane.run('openTicket', { subject: 'Printer', body: 'Help' }, 'ticket { id }')
const threadId = threadOf(await replyAddress(ticket.id, 'jane@example.com')) ?? ''
const day = 24 * 60 * 60_000

test('unposted emails are deleted after 30 days, and nothing else is', async () => {
  const rows = (['DROPPED', 'QUARANTINED', 'POSTED', 'RECEIVED'] as const).flatMap((state) =>
    [29, 31].map((age) => ({
      threadId,
      state,
      raw: new Uint8Array(),
      subject: `${state} ${age}`,
      settledAt: state === 'RECEIVED' ? null : new Date(Date.now() - age * day),
    })),
  )
  await db.inboundEmail.createMany({ data: rows })
  await forgetOldEmails()
  const kept = await db.inboundEmail.findMany({ where: { threadId }, select: { subject: true } })
  expect(kept.map(({ subject }) => subject).sort()).toEqual(
    rows
      .map(({ subject }) => subject)
      .filter((subject) => subject !== 'DROPPED 31')
      .sort(),
  )
})

test('discarded emails are kept for 30 days after the decision, however old they are', async () => {
  const old = new Date(Date.now() - 60 * day)
  const { id } = await db.inboundEmail.create({
    data: { threadId, state: 'QUARANTINED', raw: new Uint8Array(), receivedAt: old, settledAt: old },
  })
  const agent = await website.operator()
  await agent.run('discardQuarantinedEmail', { id: encodeGlobalID('QuarantinedEmail', id) }, 'ticket { id }')
  await forgetOldEmails()
  expect(await db.inboundEmail.count({ where: { id } })).toBe(1)
})
