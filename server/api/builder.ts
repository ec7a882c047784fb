import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin, { type AuthFailure } from '@pothos/plugin-scope-auth'
import { Kind } from 'graphql'
import type PrismaTypes from '../../prisma/generated/pothos.ts'
import { getDatamodel } from '../../prisma/generated/pothos.ts'
import { config } from '../config/config.ts'
import { db } from '../database/db.ts'
import { type Scopes, scopesOf } from '../identity/scopes.ts'
import { type Context, notYours } from './context.ts'
import './descriptions.ts'
import { coded } from './errors.ts'
import { decodeGlobalID, encodeGlobalID } from './global-id.ts'
import { parseInstant } from './instant.ts'
import { readNodes } from './nodes.ts'
import { largestPage } from './pagination.ts'
import './planned/whole-rows.ts'

export interface Types {
  Context: Context
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  Scalars: { DateTime: { Input: Date; Output: Date }; ID: { Input: string; Output: string | number } }
  AuthScopes: Scopes
}

export const builder = new SchemaBuilder<Types>({
  plugins: [
    ErrorsPlugin,
    ComplexityPlugin,
    ScopeAuthPlugin,
    RelayPlugin,
    'wholeRows',
    PrismaPlugin,
    'descriptions',
  ],
  defaultFieldNullability: false,
  prisma: {
    client: () => db,
    dmmf: getDatamodel(),
    onUnusedQuery: config.production ? null : 'warn',
    maxConnectionSize: 100,
  },
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    encodeGlobalID,
    decodeGlobalID,
    nodesQueryOptions: {
      complexity: ({ ids }: { ids: unknown[] }) => ({ field: 1, multiplier: ids.length }),
      resolve: (_root, { ids }, context, info) => {
        if (ids.length > largestPage) throw coded('BAD_USER_INPUT', `Ask for at most ${largestPage} ids`)
        return readNodes(ids as never, context, info) as never
      },
    },
  },
  errors: {
    directResult: true,
    defaultTypes: [],
    defaultUnionOptions: { name: ({ fieldName }) => `${capitalize(fieldName)}Result` },
  },
  complexity: {
    defaultComplexity: 1,
    // A connection counts its own page size, other lists estimate their length.
    defaultListMultiplier: 1,
  },
  scopeAuth: {
    authorizeOnSubscribe: true,
    unauthorizedError: (_parent, context, _info, { failure }) => notYours(context, missingRight(failure)),
    authScopes: ({ viewer }) => ({ ...scopesOf(viewer) }),
  },
})

/** The right that a check failed for: fields and mutations require one each. */
function missingRight(failure: AuthFailure): keyof Scopes {
  if ('failures' in failure && failure.failures[0]) return missingRight(failure.failures[0])
  return 'scope' in failure ? (failure.scope as keyof Scopes) : 'member'
}

builder.queryType({ description: 'Everything the caller may read. A field the caller may not see is null.' })
builder.mutationType({
  description:
    'Every mutation takes one `input` and returns a union: its payload, or an expected failure that changed ' +
    'nothing. Missing permissions and exhausted allowances are top-level errors with a code.',
})
builder.subscriptionType({
  description: 'Live updates over WebSocket (`graphql-transport-ws`) or server-sent events.',
})

builder.scalarType('DateTime', {
  description:
    'A point in time, ISO 8601 in UTC: `2026-05-04T09:30:00.000Z`. An argument must name its time zone, or be a date, which starts at midnight UTC.',
  serialize: (value) => (value instanceof Date ? value : new Date(value)).toISOString(),
  parseValue: (value) => parseInstant(value),
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
})

export type OutputFields<Shape> = PothosSchemaTypes.ObjectFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<Types>,
  Shape
>

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
