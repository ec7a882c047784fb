import { onTestFinished, test } from 'vitest'
import { killRound } from '../durability/kill-round.ts'
import { newEnvironment } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'

test('a server killed twenty times in the middle of many writes has lost nothing that it acknowledged', async () => {
  const { variables, remove } = await newEnvironment()
  let server = spawnServer(variables)
  onTestFinished(async () => {
    await server.stop()
    remove()
  })
  const { apiKey } = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
  for (let round = 1; round <= 20; round++) {
    server = (await killRound(server, variables, apiKey, round)).server
  }
})
