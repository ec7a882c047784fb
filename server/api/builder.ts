import SchemaBuilder, { type InputFieldMap } from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin, { type AuthFailure } from '@pothos/plugin-scope-auth'
import { type GraphQLResolveInfo, Kind } from 'graphql'
import type { z } from 'zod'
import type PrismaTypes from '../../prisma/generated/pothos.ts'
import { getDatamodel } from '../../prisma/generated/pothos.ts'
import { config } from '../config/config.ts'
import { writeCost } from '../cost/prices.ts'
import { db } from '../database/db.ts'
import { type Scopes, scopesOf } from '../identity/scopes.ts'
import { type Context, notYours } from './context.ts'
import './descriptions.ts'
import {
  type Conflict,
  coded,
  type InputIssue,
  InvalidInput,
  type LimitReached,
  type NotAllowed,
  type NotDelivered,
  type NotFound,
} from './errors.ts'
import { decodeGlobalID, encodeGlobalID } from './global-id.ts'
import { readNodes } from './nodes.ts'
import { largestPage } from './pagination.ts'

interface Types {
  Context: Context
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  Scalars: { DateTime: { Input: Date; Output: Date }; ID: { Input: string; Output: string | number } }
  AuthScopes: Scopes
}

export const builder = new SchemaBuilder<Types>({
  plugins: [ErrorsPlugin, ComplexityPlugin, ScopeAuthPlugin, RelayPlugin, PrismaPlugin, 'descriptions'],
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
    defaultUnionOptions: { name: ({ fieldName }) => `${capitalise(fieldName)}Result` },
  },
  complexity: {
    defaultComplexity: 1,
    // A connection's page is counted on the connection, other lists say how long they get.
    defaultListMultiplier: 1,
  },
  scopeAuth: {
    authorizeOnSubscribe: true,
    unauthorizedError: (_parent, context, _info, { failure }) => notYours(context, missingRight(failure)),
    authScopes: ({ viewer }) => ({ ...scopesOf(viewer) }),
  },
})

/** The right that a check failed for: fields and mutations ask for one each. */
function missingRight(failure: AuthFailure): keyof Scopes {
  if ('failures' in failure && failure.failures[0]) return missingRight(failure.failures[0])
  return 'scope' in failure ? (failure.scope as keyof Scopes) : 'member'
}

builder.queryType({ description: 'What can be read. A field that is not the caller’s to see is null.' })
builder.mutationType({
  description: 'What can be changed: one verb each, with expected failures as part of the answer.',
})
builder.subscriptionType({ description: 'What is told as it happens.' })

builder.scalarType('DateTime', {
  description: 'A moment in time, ISO 8601 in UTC: `2026-05-04T09:30:00.000Z`.',
  serialize: (value) => new Date(value).toISOString(),
  parseValue: (value) => parseDate(value),
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
})

function parseDate(value: unknown): Date {
  const date = new Date(typeof value === 'string' ? value : Number.NaN)
  if (Number.isNaN(date.getTime())) throw coded('BAD_USER_INPUT', 'A DateTime is an ISO 8601 text')
  return date
}

type InputFields = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<Types>,
  'InputObject'
>
export type OutputFields<Shape> = PothosSchemaTypes.ObjectFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<Types>,
  Shape
>
type UserErrorClass =
  | typeof NotFound
  | typeof LimitReached
  | typeof Conflict
  | typeof NotAllowed
  | typeof NotDelivered

interface Verb<Input, Result> {
  description: string
  /** Who may call; null for everybody. Decided before the input is looked at. */
  scope: Partial<Scopes> | null
  fields: (t: InputFields) => InputFieldMap
  /** The rules of the input; unknown fields never get this far. */
  input: z.ZodType<Input>
  /** Fields that nobody vouches for and that therefore refuse nobody: the rules clean them. */
  cleaned?: string[]
  errors?: UserErrorClass[]
  payload: (t: OutputFields<Result>) => object
  work: (input: Input, context: Context, info: GraphQLResolveInfo) => Promise<Result>
}

/**
 * A mutation: scope, then input, then work. Answers a union of its payload and the errors it lists.
 * What its payload holds is read by the caller's rights, as `readBack` does; a repeat (`once`) is authorised like a
 * first call.
 */
export function verb<Input, Result extends object>(name: string, options: Verb<Input, Result>): void {
  builder.relayMutationField(
    name,
    { description: `What \`${name}\` takes.`, inputFields: options.fields },
    {
      description: options.description,
      nullable: true,
      authScopes: options.scope ?? undefined,
      errors: { types: [InvalidInput, ...(options.errors ?? [])] },
      complexity: options.scope ? costOfWrite : 1,
      resolve: (async (
        _root: object,
        { input }: { input: unknown },
        context: Context,
        info: GraphQLResolveInfo,
      ) => {
        return options.work(parseInput(options.input, input, options.cleaned), context, info)
      }) as never,
    },
    { description: `What \`${name}\` changed.`, outputFields: options.payload as never },
  )
}

const charactersPerPoint = 40

const costOfWrite = ({ input }: { input?: unknown }) =>
  writeCost + Math.ceil((JSON.stringify(input)?.length ?? 0) / charactersPerPoint)

/** The input by its rules. Throws InvalidInput with every issue, not only the first. */
export function parseInput<Input>(rules: z.ZodType<Input>, input: unknown, cleaned: string[] = []): Input {
  const unkept = unkeptCharacters(input, ['input']).filter(
    ({ path: [, field = ''] }) => !cleaned.includes(field),
  )
  if (unkept.length > 0) throw new InvalidInput(unkept)
  const parsed = rules.safeParse(input)
  if (parsed.success) return parsed.data
  throw new InvalidInput(
    parsed.error.issues.map(({ path, message }) => ({ path: ['input', ...path.map(String)], message })),
  )
}

/** PostgreSQL keeps every character but one, and nothing that is half a character. */
function unkeptCharacters(value: unknown, path: string[]): InputIssue[] {
  if (typeof value !== 'string') {
    return Object.entries(value ?? {}).flatMap(([name, part]) => unkeptCharacters(part, [...path, name]))
  }
  if (value.includes('\0')) return [{ path, message: 'Null characters cannot be kept' }]
  return value.isWellFormed() ? [] : [{ path, message: 'Half of a surrogate pair cannot be kept' }]
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
