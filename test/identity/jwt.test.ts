import { createSecretKey } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { signJwt, verifyJwt } from '../../server/identity/jwt.ts'

const keyOf = (byte: number) => createSecretKey(Buffer.alloc(32, byte))
const key = keyOf(7)
const inAMinute = () => new Date(Date.now() + 60_000)
const claims = { email: 'jürgen@example.com', list: ['a'], none: null }

test('a token is readable by jose', async () => {
  const token = signJwt(claims, 'session', inAMinute(), key)
  const { payload, protectedHeader } = await jwtVerify(token, key, {
    audience: 'session',
    requiredClaims: ['iat'],
  })
  expect(protectedHeader).toEqual({ alg: 'HS256' })
  expect(payload).toEqual({ ...claims, aud: 'session', iat: payload.iat, exp: payload.exp })
  expect(verifyJwt(token, 'session', key)).toEqual(payload)
})

describe('a token by jose', () => {
  const made = (expiry: Date, by = key) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience('session')
      .setExpirationTime(expiry)
      .sign(by)

  test('is read', async () => {
    expect(verifyJwt(await made(inAMinute()), 'session', key)).toMatchObject(claims)
  })

  test('is refused for another use, with another key, and once it has expired', async () => {
    const token = await made(inAMinute())
    expect(verifyJwt(token, 'renewal', key)).toBeNull()
    expect(verifyJwt(token, 'session', keyOf(8))).toBeNull()
    expect(verifyJwt(await made(new Date()), 'session', key)).toBeNull()
  })

  test('is refused if any character was changed', async () => {
    const token = await made(inAMinute())
    for (let at = 0; at < token.length; at++) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
      expect(verifyJwt(changed, 'session', key), `${at}`).toBeNull()
    }
    for (const text of ['', '.', '..', '...', `${token}.`, `${token}=`, ` ${token}`]) {
      expect(verifyJwt(text, 'session', key), text).toBeNull()
    }
  })
})
