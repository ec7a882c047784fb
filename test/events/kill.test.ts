import { expect, onTestFinished, test } from 'vitest'
import { apiClient } from '../support/client.ts'
import { newEnvironment } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'

const selection = '{ edges { node { __typename } } pageInfo { endCursor } }'

test('the events of a server killed between commit and numbering are numbered by its job', async () => {
  const { variables, remove } = await newEnvironment()
  let server = spawnServer(variables, undefined, 'test/events/unnumbering-server.ts')
  onTestFinished(async () => {
    await server.stop()
    remove()
  })
  const { apiKey } = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
  const input = { subject: 'Help', body: '1', customerEmail: 'jane@example.com' }
  const { ticket } = await apiClient(await server.origin, apiKey).run('openTicket', input, 'ticket { id }')
  await server.stop('SIGKILL')
  server = spawnServer(variables)
  const again = apiClient(await server.origin, apiKey)
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

  // A cursor is valid for the next process, too.
  await again.run('setTicketStatus', { ticketId: ticket.id, status: 'SOLVED' }, '__typename')
  await server.stop('SIGTERM')
  server = spawnServer(variables)
  const third = apiClient(await server.origin, apiKey)
  const { events } = await third.ask(`{ events(after: "${cursor}") ${selection} }`)
  expect(events.edges).toEqual([{ node: { __typename: 'StatusChanged' } }])
})
