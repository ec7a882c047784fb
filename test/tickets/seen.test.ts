import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'
import type { Client } from '../support/client.ts'
import { follow, listening } from '../support/live.ts'

const { origin, rootKey } = await startApp()
const { callers, newTicket } = await everyCaller(origin, rootKey)
const { owner, participant, agent, fullKey } = callers

const marks = 'customerReadPosition customerReadAt teamReadPosition teamReadAt'
const seen = async (caller: Client, id: string) =>
  (await caller.ask(`query ($id: ID!) { ticket(id: $id) { ${marks} } }`, { id })).ticket
const now = expect.stringMatching(`^${new Date().toISOString().slice(0, 10)}T`)
const nobody = { customerReadPosition: 0, customerReadAt: null, teamReadPosition: 0, teamReadAt: null }

test('a read message shows when it was read, to both sides', async () => {
  const { id } = await newTicket()
  // A key opened it: operators have nothing to read, and nobody read it.
  expect(await seen(owner, id)).toEqual({ ...nobody, teamReadPosition: 1 })
  await agent.run('reply', { ticketId: id, body: 'Hello' }, '__typename')
  const byTeam = { ...nobody, teamReadPosition: 2, teamReadAt: now }
  expect(await seen(owner, id)).toEqual(byTeam)
  const { ticket } = await owner.run('markTicketRead', { ticketId: id, position: 1 }, `ticket { ${marks} }`)
  expect(ticket).toEqual({ ...byTeam, customerReadPosition: 1, customerReadAt: now })
  expect(await seen(fullKey, id)).toEqual(ticket)
})

test('a message that is read again, or posted by others, leaves the time as it was', async () => {
  const { id } = await newTicket()
  await owner.run('markTicketRead', { ticketId: id, position: 1 }, '__typename')
  const { customerReadAt } = await seen(agent, id)
  await agent.run('reply', { ticketId: id, body: 'More' }, '__typename')
  await owner.run('markTicketRead', { ticketId: id, position: 1 }, '__typename')
  expect(await seen(agent, id)).toMatchObject({ customerReadPosition: 1, customerReadAt })
})

test('a participant sees what the team has read, and neither moves nor sees the customer’s mark', async () => {
  const { id } = await newTicket()
  await participant.run('reply', { ticketId: id, body: 'More' }, '__typename')
  await participant.run('markTicketRead', { ticketId: id, position: 2 }, '__typename')
  const hidden = { customerReadPosition: null, customerReadAt: null }
  await agent.run('markTicketRead', { ticketId: id, position: 2 }, '__typename')
  expect(await seen(participant, id)).toEqual({ ...hidden, teamReadPosition: 2, teamReadAt: now })
  expect(await seen(agent, id)).toMatchObject({ customerReadPosition: 0, customerReadAt: null })
})

test('a read mark notifies subscribers at once', async () => {
  const { id } = await newTicket()
  await owner.run('reply', { ticketId: id, body: 'More' }, '__typename')
  const follower = follow(owner, `subscription { ticketChanged { ticket { ${marks} } } }`)
  await listening(origin, 1)
  await agent.run('markTicketRead', { ticketId: id, position: 2 }, '__typename')
  const items = await follower.until((seen) => seen.at(-1)?.ticketChanged.ticket.teamReadPosition === 2)
  expect(items.at(-1).ticketChanged.ticket.teamReadAt).toEqual(now)
  await follower.close()
})
