import type { IncomingMessage } from 'node:http'
import { expect, test, vi } from 'vitest'

delete process.env.TRUST_PROXY
const { addressOf } = await import('../../server/identity/caller-address.ts')
const { log } = await import('../../server/log/log.ts')

test('X-Forwarded-For without TRUST_PROXY is ignored, with one warning', () => {
  const warn = vi.spyOn(log, 'warn').mockReturnValue()
  const from = (headers: Record<string, string>) =>
    addressOf({ headers, socket: { remoteAddress: '10.0.0.1' } } as unknown as IncomingMessage)
  expect(from({})).toBe('10.0.0.1')
  expect(warn).not.toHaveBeenCalled()
  for (const forwarded of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
    expect(from({ 'x-forwarded-for': forwarded })).toBe('10.0.0.1')
  expect(warn.mock.calls).toEqual([[expect.stringContaining('while TRUST_PROXY is empty')]])
  expect(JSON.stringify(warn.mock.calls)).not.toContain('192.0.2')
})
