import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const foreign = await createTestWebsite(origin, rootKey)

test('one address is two separate customers on two websites', async () => {
  const [here, there] = [
    await website.customer('twin@example.com'),
    await foreign.customer('twin@example.com'),
  ]
  await here.run('openTicket', { subject: 'Here', body: 'Here' }, 'ticket { id }')
  const query = '{ viewer { ... on Customer { id } } tickets { edges { node { subject } } } }'
  const [mine, theirs] = [await here.ask(query), await there.ask(query)]
  expect(mine.tickets.edges).toEqual([{ node: { subject: 'Here' } }])
  expect(theirs.tickets.edges).toEqual([])
  expect(mine.viewer.id).not.toBe(theirs.viewer.id)
})
