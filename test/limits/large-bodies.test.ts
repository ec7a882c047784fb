import { expect, test } from 'vitest'
import { ownTurn } from '../../server/http/own-turn.ts'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { key } = await createTestWebsite(origin, rootKey)

// test/long/attacks.test.ts shows that others are answered beside forty of them.
test('large requests each get a turn of the event loop', async () => {
  let turn = 0
  const next = () => {
    turn++
    if (turn < 100) setImmediate(next)
  }
  setImmediate(next)
  const turns = await Promise.all(Array.from({ length: 10 }, () => ownTurn().then(() => turn)))
  expect(new Set(turns).size).toBe(10)
})

test('variables with more than 50,000 values are refused before they are checked', async () => {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
  const refused = async (count: number) => (await key.send(query, { ids: Array(count).fill('') })).errors?.[0]
  expect(await refused(50_000)).toMatchObject({
    message: 'The operation has more than 50000 values in its variables: request less at a time',
    extensions: { code: 'QUERY_TOO_COMPLEX', limit: 50_000 },
  })
  // With the list itself, 50,000.
  expect((await refused(49_999))?.message).not.toContain('values')
})
