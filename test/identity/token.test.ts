import { createHmac, generateKeyPairSync } from 'node:crypto'
import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import type { Claims } from '../../server/identity/session.ts'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { follow, ticketChanged } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { forgetWebsiteAccess } = await import('../../server/identity/website.ts')
const { keys } = await import('../../server/keys/keys.ts')

const website = await createTestWebsite(origin, rootKey)
const foreign = await createTestWebsite(origin, rootKey)
const session = await website.openSession('jane@example.com')
const { claims } = decode(session.token)
const operatorClaims = decode((await website.openOperatorSession('olaf@acme.com')).token).claims
const foreignClaims = decode((await foreign.openSession('jane@example.com')).token).claims
const former = await db.operator.create({
  data: {
    websiteId: website.websiteId,
    email: 'former@acme.com',
    name: 'Former',
    role: 'ADMIN',
    active: false,
  },
})
forgetWebsiteAccess(website.websiteId)

function decode(token: string): { header: string; payload: string; signature: string; claims: Claims } {
  const [header = '', payload = '', signature = ''] = token.split('.')
  return { header, payload, signature, claims: JSON.parse(Buffer.from(payload, 'base64url').toString()) }
}

interface Making {
  changed?: Partial<Claims>
  audience?: string
  seconds?: number
  algorithm?: string
  key?: Uint8Array | ReturnType<typeof generateKeyPairSync>['privateKey']
}

/** A token as the server signs it, with these changes. */
function make({
  changed,
  audience = 'session',
  seconds = 60,
  algorithm = 'HS256',
  key = keys().session,
}: Making = {}) {
  const { exp, iat, aud, ...kept } = { ...claims, ...changed } as Claims &
    Record<'exp' | 'iat' | 'aud', unknown>
  return new SignJWT({ ...kept })
    .setProtectedHeader({ alg: algorithm })
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(new Date(Date.now() + seconds * 1_000))
    .sign(key as never)
}

const bytes = (text: string) => Buffer.from(text).toString('base64url')
const { header, payload, signature } = decode(session.token)
const withoutExpiry = `${header}.${bytes(JSON.stringify({ ...claims, exp: undefined }))}`
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 })

const refused: Record<string, string> = {
  'has run out': await make({ seconds: -1 }),
  'renews a session': session.renewalToken,
  'was made for something else': await make({ audience: 'mail' }),
  'has another key': await make({ key: Buffer.alloc(32, 1) }),
  'has the key of another use': await make({ key: keys().sealing }),
  'has the algorithm HS512': await make({ algorithm: 'HS512' }),
  'has an RSA key of the caller’s': await make({ algorithm: 'RS256', key: rsa.privateKey }),
  'has no algorithm': `${bytes('{"alg":"none"}')}.${payload}.`,
  'has no algorithm, in capitals': `${bytes('{"alg":"NONE"}')}.${payload}.${signature}`,
  'has no signature': `${header}.${payload}.`,
  'has a flipped bit in its signature': `${header}.${payload}.${flip(signature)}`,
  'has a flipped bit in its claims': `${header}.${payload.slice(0, 40)}${flip(payload.slice(40))}.${signature}`,
  'has another address in its claims': `${header}.${bytes(JSON.stringify({ ...claims, email: 'a@b.c' }))}.${signature}`,
  'never runs out': `${withoutExpiry}.${createHmac('sha256', keys().session).update(withoutExpiry).digest('base64url')}`,
  'lacks claims': await make({ changed: { id: undefined } }),
  'has a secret of another website': await make({ changed: { secretId: foreignClaims.secretId } }),
  'was moved to another website': await make({ changed: { websiteId: foreign.websiteId } }),
  'names a website that is none': await make({ changed: { websiteId: 'x' } }),
  'has a page that is not allowed': await make({ changed: { origin: 'evil.test' } }),
  'is a customer’s, called an operator’s': await make({ changed: { kind: 'operator' } }),
  'is an operator’s, called a customer’s': await make({ changed: { ...operatorClaims, kind: 'customer' } }),
  'is a former operator’s': await make({ changed: { ...operatorClaims, id: former.id } }),
  'is another website’s operator’s': await make({
    changed: { ...operatorClaims, websiteId: foreign.websiteId },
  }),
  'is a key nobody has': 'tck_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'is the customer secret': website.secret,
  'is nearly the root key': flip(rootKey),
}

function flip(text: string): string {
  return `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`
}

const whoAmI = '{ viewer { __typename ... on Customer { email } ... on Operator { address: email } } }'

describe('a token', () => {
  test('of the server’s own is valid', async () => {
    expect(await apiClient(origin, await make()).ask(whoAmI)).toEqual({
      viewer: { __typename: 'Customer', email: 'jane@example.com' },
    })
    expect(await apiClient(origin, await make({ changed: operatorClaims })).ask(whoAmI)).toEqual({
      viewer: { __typename: 'Operator', address: 'olaf@acme.com' },
    })
  })

  test.for(Object.entries(refused))('that %s is refused, by HTTP and by WebSocket', async ([, token]) => {
    const client = apiClient(origin, token)
    const { data, errors } = await client.send(`query { viewer { __typename } tickets { totalCount } }`)
    expect(data).toEqual({ viewer: null, tickets: null })
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED'])
    expect(await follow(client, ticketChanged).closed).toMatchObject({ code: 4403, reason: 'Forbidden' })
  })

  test.for([
    ['nothing', ''],
    ['no token', 'Bearer'],
    ['an empty token', 'Bearer '],
    ['a password', 'Basic amFuZTpqYW5l'],
    ['no scheme', session.token],
    ['two tokens', `Bearer ${session.token} ${session.token}`],
  ])('in a header with %s is refused', async ([, authorization = '']) => {
    const { data, errors } = await apiClient(origin, undefined, { authorization }).send(whoAmI)
    expect(data).toEqual({ viewer: null })
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})

describe('an identity', () => {
  test('comes only from the token, whatever other headers say', async () => {
    const headers = {
      'x-user-email': 'a@b.c',
      'x-forwarded-user': 'a@b.c',
      'remote-user': 'a@b.c',
      cookie: 'email=a@b.c',
    }
    expect(await apiClient(origin, session.token, headers).ask(whoAmI)).toEqual({
      viewer: { __typename: 'Customer', email: 'jane@example.com' },
    })
    expect(await apiClient(origin, undefined, headers).ask(whoAmI)).toEqual({ viewer: null })
  })

  test.for([
    'email',
    'customerId',
    'contactId',
    'identifier',
    'hmacVerified',
    'author',
    'websiteId',
    'status',
    'createdAt',
  ])('is not taken from an input’s %s', async (field) => {
    const tickets = await db.ticket.count()
    const { data, errors } = await apiClient(origin, session.token).send(
      'mutation ($input: OpenTicketInput!) { openTicket(input: $input) { __typename } }',
      { input: { subject: 'Hi', body: 'Hello', [field]: 'x' } },
    )
    expect([data ?? null, errors?.[0]?.extensions.code]).toEqual([null, 'BAD_USER_INPUT'])
    expect(await db.ticket.count()).toBe(tickets)
  })
})
