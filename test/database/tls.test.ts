import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startHere } from '../support/app.ts'
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

  const at = (address: URL, query: Record<string, string>) => {
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    return { ...variables, DATABASE_URL: address.href }
  }

  /** A server in this thread, as PGSSLMODE says where the address does not. */
  function start(address: URL, query: Record<string, string>, mode = '') {
    if (mode) vi.stubEnv('PGSSLMODE', mode)
    onTestFinished(() => void vi.unstubAllEnvs())
    return startHere(at(address, query))
  }

  type Query = Record<string, string>
  test.for<[name: string, address: () => URL, query: Query, mode?: string]>([
    ['sslmode=disable without TLS', plain, { sslmode: 'disable' }],
    ['PGSSLMODE=disable without TLS', plain, {}, 'disable'],
    ['sslmode=no-verify with any certificate', encrypted, { sslmode: 'no-verify' }],
    ['PGSSLMODE=no-verify with any certificate', encrypted, {}, 'no-verify'],
    [
      'sslmode=verify-full with the certificate in sslrootcert',
      encrypted,
      { sslmode: 'verify-full', sslrootcert: certificate },
    ],
  ])('works with %s', async ([, address, query, mode]) => {
    const server = await start(address(), query, mode)
    onTestFinished(server.stop)
    await createTestWebsite(server.origin, variables.ROOT_KEY ?? '')
  })

  const none = 'DATABASE_URL: cannot use the database: The server does not support SSL connections'
  const unknown = 'DATABASE_URL: cannot use the database: self-signed certificate'
  test.for<[name: string, sentence: string, address: () => URL, query: Query, mode?: string]>([
    ['sslmode=require without TLS', none, plain, { sslmode: 'require' }],
    ['PGSSLMODE=require without TLS', none, plain, {}, 'require'],
    ['sslmode=require with an unknown certificate', unknown, encrypted, { sslmode: 'require' }],
    ['PGSSLMODE=verify-full with one', unknown, encrypted, {}, 'verify-full'],
  ])('is refused with a sentence for %s', async ([, sentence, address, query, mode]) => {
    await expect(start(address(), query, mode)).rejects.toThrow(new RegExp(`^${sentence}`))
  })

  test('a refusal ends the process with its sentence', async () => {
    const server = spawnServer({ ...at(plain(), { sslmode: 'require' }), LOG_LEVEL: 'silent' })
    onTestFinished(async () => {
      await server.stop()
    })
    expect((await server.exited).code).toBe(1)
    expect(server.output()).toContain(`\n${none}`)
  })
})
