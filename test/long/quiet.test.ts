import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openEmbedded } from '../../server/database/embedded.ts'

test('the embedded database accepts the same prepared statements after a quiet minute', async () => {
  const { writes, close } = await openEmbedded()
  const statement = { name: 'add', text: 'SELECT $1::int + 1 AS sum', values: [1] }
  expect((await writes.query(statement)).rows).toEqual([{ sum: 2 }])
  await setTimeout(60_000)
  expect((await writes.query(statement)).rows).toEqual([{ sum: 2 }])
  await close()
})
