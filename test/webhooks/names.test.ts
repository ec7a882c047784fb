import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configure } from '../../server/config/config.ts'
import { AddressRefused } from '../../server/webhooks/sending/failure.ts'
import { lookupAllowed } from '../../server/webhooks/sending/lookup.ts'
import { post } from '../../server/webhooks/sending/post.ts'
import { startNameServer } from '../support/name-server.ts'

// Neither this machine nor private addresses are allowed.
beforeAll(() => configure({ DEMO: 'off' }))
afterAll(() => configure(process.env))

const addressesOf = (host: string): Promise<string[]> =>
  new Promise((resolve, reject) =>
    lookupAllowed('https:')(host, { all: true }, (error, found) =>
      error ? reject(error) : resolve((found as { address: string }[]).map(({ address }) => address)),
    ),
  )

test('a name is looked up in DNS, both families, and again for each connection', async () => {
  const names = { 'hooks.acme.com': ['8.8.8.8', '2606:4700::1111', '10.0.0.1'] }
  const { questions } = await startNameServer(names)
  expect(await addressesOf('hooks.acme.com')).toEqual(['8.8.8.8', '2606:4700::1111'])
  names['hooks.acme.com'] = ['1.1.1.1']
  expect(await addressesOf('hooks.acme.com')).toEqual(['1.1.1.1'])
  names['hooks.acme.com'] = ['127.0.0.1', '::1', '169.254.169.254', 'fd12::1']
  await expect(addressesOf('hooks.acme.com')).rejects.toThrow(AddressRefused)
  expect(questions).toHaveLength(6)
})

test('a name that does not exist, or has no address, is not found', async () => {
  await startNameServer({ 'empty.acme.com': [] })
  for (const host of ['none.acme.com', 'empty.acme.com']) {
    await expect(addressesOf(host)).rejects.toMatchObject({ code: 'ENOTFOUND' })
  }
})

test('a name server that never answers occupies nobody else, and fails in time', async () => {
  const { questions } = await startNameServer({ 'slow.acme.com': null })
  let waiting = 20
  const posts = Array.from({ length: waiting }, () =>
    post('https://slow.acme.com/', {}, '{}').catch(({ code }) => {
      waiting--
      return code
    }),
  )
  await expect.poll(() => questions.length).toBeGreaterThanOrEqual(40)
  await Promise.all([readFile(import.meta.filename), promisify(gzip)('x')])
  expect(waiting).toBe(20)
  expect(new Set(await Promise.all(posts))).toEqual(new Set(['EAI_AGAIN']))
})
