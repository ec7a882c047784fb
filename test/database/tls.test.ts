import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { newEnvironment, postgres } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'
import { certificate, startTlsFront } from './tls/front.ts'

describe.skipIf(!postgres)('TLS to the database', () => {
  let variables: Record<string, string>
  let front: Awaited<ReturnType<typeof startTlsFront>>
  const plain = () => new URL(variables.DATABASE_URL ?? '')
  const encrypted = () => Object.assign(plain(), { hostname: '127.0.0.1', port: String(front.port) })

  beforeAll(async () => {
    ;({ variables } = await newEnvironment())
    const { hostname, port } = plain()
    front = await startTlsFront({ host: hostname, port: Number(port) })
  })
  afterAll(() => front.stop())

  function start(address: URL, query: Record<string, string>, more: Record<string, string>) {
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    const server = spawnServer({ ...variables, DATABASE_URL: address.href, ...more })
    onTestFinished(async () => {
      await server.stop()
    })
    return server
  }

  test.for<[name: string, address: () => URL, query: Record<string, string>, more: Record<string, string>]>([
    ['sslmode=disable without TLS', plain, { sslmode: 'disable' }, {}],
    ['PGSSLMODE=disable without TLS', plain, {}, { PGSSLMODE: 'disable' }],
    ['sslmode=no-verify with any certificate', encrypted, { sslmode: 'no-verify' }, {}],
    ['PGSSLMODE=no-verify with any certificate', encrypted, {}, { PGSSLMODE: 'no-verify' }],
    [
      'sslmode=verify-full with the certificate in sslrootcert',
      encrypted,
      { sslmode: 'verify-full', sslrootcert: certificate },
      {},
    ],
  ])('works with %s', async ([, address, query, more]) => {
    const server = start(address(), query, more)
    await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
  })

  const none = 'DATABASE_URL: cannot use the database: The server does not support SSL connections'
  const unknown = 'DATABASE_URL: cannot use the database: self-signed certificate'
  test.for<
    [
      name: string,
      sentence: string,
      address: () => URL,
      query: Record<string, string>,
      more: Record<string, string>,
    ]
  >([
    ['sslmode=require without TLS', none, plain, { sslmode: 'require' }, {}],
    ['PGSSLMODE=require without TLS', none, plain, {}, { PGSSLMODE: 'require' }],
    ['sslmode=require with an unknown certificate', unknown, encrypted, { sslmode: 'require' }, {}],
    ['PGSSLMODE=verify-full with one', unknown, encrypted, {}, { PGSSLMODE: 'verify-full' }],
  ])('is refused with a sentence for %s', async ([, sentence, address, query, more]) => {
    const server = start(address(), query, { ...more, LOG_LEVEL: 'silent' })
    expect((await server.exited).code).toBe(1)
    expect(server.output()).toContain(`\n${sentence}`)
  })
})
