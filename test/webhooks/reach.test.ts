import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { configure } from '../../server/config/config.ts'
import { endpointUrl } from '../../server/webhooks/endpoints/url.ts'
import { AddressRefused } from '../../server/webhooks/sending/failure.ts'
import { post } from '../../server/webhooks/sending/post.ts'
import { isAllowed } from '../../server/webhooks/sending/reach.ts'
import { startReceiver } from '../support/webhook-receiver.ts'

afterEach(() => configure(process.env))

const never = [
  '169.254.169.254',
  '100.100.100.200',
  'fe80::1',
  'fd00:ec2::254',
  '::ffff:10.0.0.1',
  '224.0.0.1',
]
const places = {
  loopback: ['127.0.0.1', '::1'],
  private: ['10.0.0.1', 'fd12::1'],
  public: ['8.8.8.8'],
  never,
}

/** Which places may be reached over https, and which without encryption. */
const cases: [server: string, variables: Record<string, string>, https: string[], http: string[]][] = [
  ['in production', { DEMO: 'off' }, ['public'], []],
  ['in the demo', { DEMO: 'on' }, ['loopback', 'public'], ['loopback']],
  [
    'with WEBHOOK_ALLOW_PRIVATE',
    { DEMO: 'off', WEBHOOK_ALLOW_PRIVATE: 'on' },
    ['loopback', 'private', 'public'],
    ['loopback'],
  ],
]

describe.for(cases)('a server %s', ([, variables, https, http]) => {
  test('sends webhooks only where it may', () => {
    configure(variables)
    for (const [place, addresses] of Object.entries(places)) {
      for (const address of addresses) {
        expect([address, isAllowed(address, 'https:')]).toEqual([address, https.includes(place)])
        expect([address, isAllowed(address, 'http:')]).toEqual([address, http.includes(place)])
        const host = address.includes(':') ? `[${address}]` : address
        const { success } = endpointUrl.safeParse(`https://${host}/hook`)
        expect([address, success]).toEqual([address, https.includes(place)])
      }
    }
  })
})

test('in production, a webhook to this machine is neither saved nor sent', async () => {
  configure({ DEMO: 'off' })
  const receiver = await startReceiver()
  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    expect(endpointUrl.safeParse(`http://${host}:${receiver.port}/`).error?.issues[0]?.message).toBe(
      'This server does not send webhooks to itself',
    )
  }
  await expect(post(receiver.url('/'), {}, '{}')).rejects.toThrow(AddressRefused)
  expect(receiver.at('/')).toEqual([])
})

test('variables for a proxy change nothing', async () => {
  const [receiver, proxy] = [await startReceiver(), await startReceiver()]
  const url = `http://127.0.0.1:${proxy.port}`
  const file = new URL('../../server/webhooks/sending/post.ts', import.meta.url)
  const script = `const { post } = await import('${file}'); await post('${receiver.url('/hook')}', {}, '{}')`
  const proxies = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: url, http_proxy: url, ALL_PROXY: url, NO_PROXY: '' }
  const env = { ...process.env, DEMO: 'on', ...proxies }
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env })
  expect([receiver.at('/hook').length, proxy.at(receiver.url('/hook')).length]).toEqual([1, 0])
})
