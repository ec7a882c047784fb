import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { maskError } from '../../server/api/requests/mask-error.ts'

/** What Prisma throws for an error of PostgreSQL that it has no own code for. */
const said = (originalCode: string) =>
  Object.assign(new Error('It failed'), { meta: { driverAdapterError: { cause: { originalCode } } } })
const coded = (code: string) => Object.assign(new Error('It failed'), { code })

test.for([
  ['UNAVAILABLE', 'a read-only database after a failover', said('25006')],
  ['UNAVAILABLE', 'a crashed one', said('57P02')],
  ['UNAVAILABLE', 'a full disk', said('53100')],
  ['UNAVAILABLE', 'a broken connection', said('08006')],
  [
    'UNAVAILABLE',
    'a refused connection, behind another error',
    new Error('No', { cause: coded('ECONNREFUSED') }),
  ],
  ['UNAVAILABLE', 'a lock that lasts', said('55P03')],
  ['UNAVAILABLE', 'a transaction that did not begin in time', coded('P2028')],
  ['UNAVAILABLE', 'a used-up pool', new Error('timeout exceeded when trying to connect')],
  ['INTERNAL_SERVER_ERROR', 'a missing table', said('42P01')],
  ['INTERNAL_SERVER_ERROR', 'a broken constraint', said('23505')],
  ['INTERNAL_SERVER_ERROR', 'anything else', new Error('It failed')],
] as const)('callers see %s for %s', ([code, , originalError]) => {
  const masked = maskError(new GraphQLError('It failed', { originalError }))
  expect(masked.extensions).toEqual({ code, requestId: expect.any(String) })
  expect(masked.message).not.toContain('failed')
})
