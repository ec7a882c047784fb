import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiClient } from '../support/client.ts'
import { newEnvironment, postgres } from '../support/environment.ts'
import { follow, ticketChanged } from '../support/live.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'

describe.skipIf(!postgres)('what one process revokes ends in the other within five seconds:', () => {
  const processes: ServerProcess[] = []
  let here = ''
  let there = ''
  let rootKey = ''

  beforeAll(async () => {
    const { variables } = await newEnvironment()
    rootKey = variables.ROOT_KEY ?? ''
    processes.push(spawnServer(variables), spawnServer(variables))
    ;[here = '', there = ''] = await Promise.all(processes.map(({ origin }) => origin))
  })

  afterAll(() => Promise.all(processes.map((server) => server.stop())))

  const settings =
    '{ website { settings { allowedDomains { id } operators { id email } apiKeys { id name } } } }'
  type Things = Record<'allowedDomains' | 'operators' | 'apiKeys', Record<string, string>[]>

  const endings: [
    what: string,
    who: 'customer' | 'agent' | 'key',
    end: (things: Things) => [mutation: string, input: object],
  ][] = [
    ['a domain', 'customer', ({ allowedDomains }) => ['removeAllowedDomain', { id: allowedDomains[0]?.id }]],
    ['a secret', 'customer', () => ['rollSecret', { kind: 'CUSTOMER', overlapHours: 0 }]],
    [
      'an operator',
      'agent',
      ({ operators }) => [
        'removeOperator',
        { id: operators.find(({ email }) => email === 'olaf@acme.com')?.id },
      ],
    ],
    [
      'a key',
      'key',
      ({ apiKeys }) => ['revokeApiKey', { id: apiKeys.find(({ name }) => name === 'Bot')?.id }],
    ],
  ]

  test.for(endings)('%s', async ([, who, end]) => {
    const website = await createTestWebsite(here, rootKey)
    const bot = { name: 'Bot', scopes: ['TICKETS_READ'] }
    const token = {
      customer: async () => (await website.openSession('jane@example.com')).token,
      agent: async () => (await website.openOperatorSession('olaf@acme.com')).token,
      key: async () => (await website.key.run('createApiKey', bot, 'text')).text,
    }
    const caller = apiClient(there, await token[who]())
    const stream = follow(caller, ticketChanged)
    await stream.connected
    const { website: read } = await website.key.ask(settings)
    const [mutation, input] = end(read.settings)
    await website.key.run(mutation, input as Record<string, unknown>, '__typename')
    await stream.closed
    const { errors } = await caller.send('{ tickets { totalCount } }')
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})
