import { expect, test } from 'vitest'
import { hasExpired } from '../../../client/attachments/has-expired.ts'
import { signJwt } from '../../../server/identity/jwt.ts'

test.for([
  [-1, true],
  [20, true],
  [60, false],
] as const)('an address that works for %i more seconds has expired: %s', ([seconds, expired]) => {
  const ends = new Date(Date.now() + 1_000 * seconds)
  // Characters that base64url has of its own.
  const grant = signJwt({ sub: '>>>???ÿÿ' }, 'file', ends, Buffer.alloc(32) as never)
  expect(hasExpired(`https://support.example.com/files/1/a.png?grant=${grant}`)).toBe(expired)
})
