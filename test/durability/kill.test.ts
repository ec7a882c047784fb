import { onTestFinished, test } from 'vitest'
import { newEnvironment } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'
import { killRound } from './kill-round.ts'

test('a server killed in the middle of many writes has lost nothing that it acknowledged', async () => {
  const { variables, remove } = await newEnvironment()
  let server = spawnServer(variables)
  onTestFinished(async () => {
    await server.stop()
    remove()
  })
  const { apiKey } = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
  for (let round = 1; round <= 2; round++) {
    ;({ server } = await killRound(server, variables, apiKey, round))
  }
})
