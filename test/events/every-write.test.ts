import { expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'
import { capitalize } from '../support/client.ts'
import { follow, listening, ticketChanged } from '../support/live.ts'
import { mutationsOf } from '../support/mutations.ts'

const { origin, rootKey } = await startOwnApp({ MAIL_DELAY_SECONDS: '3600' })
const { db } = await import('../../server/database/db.ts')
const { wasReported } = await import('../../server/wakeups/reported.ts')
const { closeWatch } = await import('../../server/events/watch.ts')
// Without the periodic check, anything received is due to a wake-up.
closeWatch()
const { website, owner, callers, newTicket } = await everyCaller(origin, rootKey)
const mutations = await mutationsOf(website.websiteId, owner.renewalToken)
const writes = Object.entries(mutations).filter(([, { changesTicket }]) => changesTicket)

test.for(writes)(
  '%s notifies readers of the list, and leaves nothing for the periodic check to find',
  async ([mutation, { input, verdicts }]) => {
    const ticket = await newTicket()
    if (mutation === 'markTicketRead') {
      await callers.agent.run('reply', { ticketId: ticket.id, body: 'Unread' }, '__typename')
    }
    const given = await input(ticket.id)
    const caller = verdicts.ok?.split(' ').includes('owner') ? callers.owner : callers.agent
    const follower = follow(callers.admin, ticketChanged)
    await listening(origin, 1)
    const before = await db.ticket.aggregate({ _max: { updatedAt: true } })
    const operation = `mutation ($input: ${capitalize(mutation)}Input!) { ${mutation}(input: $input) { __typename } }`
    const { data } = await caller.send(operation, { input: given })
    expect(data[mutation].__typename).toBe(`${capitalize(mutation)}Payload`)
    await follower.count(1)
    const { id, updatedAt } = await db.ticket.findFirstOrThrow({ orderBy: { updatedAt: 'desc' } })
    expect(updatedAt.getTime()).toBeGreaterThan(before._max.updatedAt?.getTime() ?? 0)
    await expect.poll(() => wasReported(id, updatedAt)).toBe(true)
    if (mutation !== 'openTicket') expect(follower.items[0].ticketChanged.ticketId).toBe(ticket.id)
    await follower.close()
    await listening(origin, 0)
  },
)
