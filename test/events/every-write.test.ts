import { expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'
import { capitalise } from '../support/client.ts'
import { failedEmail } from '../support/failed-email.ts'
import { follow, listening, ticketChanged } from '../support/live.ts'
import { quarantinedEmail } from '../support/quarantined-email.ts'

const { origin, rootKey } = await startOwnApp({ MAIL_DELAY_SECONDS: '3600' })
const { db } = await import('../../server/database/db.ts')
const { schema } = await import('../../server/schema.ts')
const { wasWoken } = await import('../../server/events/wakeups.ts')
const { closeWatch } = await import('../../server/events/watch.ts')
const { encodeGlobalID } = await import('../../server/api/global-id.ts')
// Without the periodic check, anything received is due to a wake-up.
closeWatch()
const { website, callers, newTicket } = await everyCaller(origin, rootKey)
const { websiteId } = website
const category = await db.category.create({ data: { websiteId, name: 'Billing', position: 1 } })
const operator = await db.operator.findFirstOrThrow({ where: { websiteId } })

/** Every mutation that returns a ticket or part of one, with an input that changes it. */
const writes: Record<string, (ticketId: string) => object | Promise<object>> = {
  openTicket: () => ({ subject: 'Help', body: 'Please', customerEmail: 'owner@example.com' }),
  reply: (ticketId) => ({ ticketId, body: 'Please' }),
  markTicketRead: (ticketId) => ({ ticketId, position: 2 }),
  setTicketStatus: (ticketId) => ({ ticketId, status: 'SOLVED' }),
  setTicketCategory: (ticketId) => ({ ticketId, categoryId: encodeGlobalID('Category', category.id) }),
  assignTicket: (ticketId) => ({ ticketId, operatorId: encodeGlobalID('Operator', operator.id) }),
  addParticipant: (ticketId) => ({ ticketId, email: 'new@example.com' }),
  removeParticipant: (ticketId) => ({ ticketId, email: 'participant@example.com' }),
  resendEmail: async (ticketId) => ({ id: await failedEmail(ticketId) }),
  acceptQuarantinedEmail: (ticketId) => quarantinedEmail(websiteId, ticketId),
  discardQuarantinedEmail: (ticketId) => quarantinedEmail(websiteId, ticketId),
}

/** Mutations that only write other tables. */
const others = [
  ...['openSession', 'renewSession', 'requestSignInLink', 'setNotifications', 'viewFaq', 'createWebsite'],
  ...['rotateServerKey', 'createCategory', 'updateCategory', 'moveCategory', 'deleteCategory', 'createFaq'],
  ...['updateFaq', 'moveFaq', 'deleteFaq', 'addAllowedDomain', 'removeAllowedDomain', 'revealSecret'],
  ...['rollSecret', 'revokeSecret', 'updateCustomization', 'updateWebsite', 'updateEmailSettings'],
  ...['sendTestEmail', 'addOperator', 'updateOperator', 'removeOperator', 'createApiKey', 'revokeApiKey'],
  ...['resendInvitation', 'createUpload'],
]

test('every mutation of the schema is known to write tickets or not', () => {
  const all = Object.keys(schema.getMutationType()?.getFields() ?? {})
  expect([...Object.keys(writes), ...others].sort()).toEqual(all.sort())
})

test.for(Object.entries(writes))(
  '%s notifies readers of the list, and leaves nothing for the periodic check to find',
  async ([verb, input]) => {
    const ticket = await newTicket()
    if (verb === 'markTicketRead') {
      await callers.owner.run('reply', { ticketId: ticket.id, body: 'Unread' }, '__typename')
    }
    const given = await input(ticket.id)
    const follower = follow(callers.admin, ticketChanged)
    await listening(origin, 1)
    const before = await db.ticket.aggregate({ _max: { updatedAt: true } })
    const mutation = `mutation ($input: ${capitalise(verb)}Input!) { ${verb}(input: $input) { __typename } }`
    const { data } = await callers.agent.send(mutation, { input: given })
    expect(data[verb].__typename).toBe(`${capitalise(verb)}Payload`)
    await follower.count(1)
    const { id, updatedAt } = await db.ticket.findFirstOrThrow({ orderBy: { updatedAt: 'desc' } })
    expect(updatedAt.getTime()).toBeGreaterThan(before._max.updatedAt?.getTime() ?? 0)
    expect(wasWoken(id, updatedAt)).toBe(true)
    if (verb !== 'openTicket') expect(follower.items[0].ticketChanged.ticketId).toBe(ticket.id)
    await follower.close()
    await listening(origin, 0)
  },
)
