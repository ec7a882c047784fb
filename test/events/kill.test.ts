import { expect, onTestFinished, test } from 'vitest'
import { startHere } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { newEnvironment } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'

const selection = '{ edges { node { __typename } } pageInfo { endCursor } }'

test('the events of a server killed between commit and numbering are numbered by its job', async () => {
  const { variables, remove } = await newEnvironment()
  const killed = spawnServer(variables, undefined, 'test/events/unnumbering-server.ts')
  onTestFinished(async () => {
    await killed.stop()
    remove()
  })
  const { apiKey } = await createTestWebsite(await killed.origin, variables.ROOT_KEY ?? '')
  const input = { subject: 'Help', body: '1', customerEmail: 'jane@example.com' }
  const { ticket } = await apiClient(await killed.origin, apiKey).run('openTicket', input, 'ticket { id }')
  await killed.stop('SIGKILL')
  const second = await startHere(variables)
  onTestFinished(second.stop)
  const again = apiClient(second.origin, apiKey)
  const kinds = async (after = '') => {
    const { events } = await again.ask(`{ events(after: "${after}") ${selection} }`)
    return {
      kinds: events.edges.map((edge: { node: { __typename: string } }) => edge.node.__typename),
      cursor: events.pageInfo.endCursor as string,
    }
  }
  await expect
    .poll(async () => (await kinds()).kinds, { timeout: 120_000 })
    .toEqual(['TicketOpened', 'MessagePosted'])
  const { cursor } = await kinds()

  // A cursor is valid for the next server, too.
  await again.run('setTicketStatus', { ticketId: ticket.id, status: 'SOLVED' }, '__typename')
  await second.stop()
  const third = await startHere(variables)
  onTestFinished(third.stop)
  const { events } = await apiClient(third.origin, apiKey).ask(`{ events(after: "${cursor}") ${selection} }`)
  expect(events.edges).toEqual([{ node: { __typename: 'StatusChanged' } }])
})
