import { randomUUID } from 'node:crypto'
import { type ExecutionResult, GraphQLError, type GraphQLErrorExtensions, Kind } from 'graphql'
import { type Failure, isUnusable } from '../../database/outcomes.ts'
import { log } from '../../log/log.ts'
import { coded } from '../errors.ts'

/** Prisma: no connection, none in time, or no transaction in time. PostgreSQL: a lock or a statement took too long. */
const outages = new Set(
  ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'].concat('55P03', '57014'),
)

/** What callers see of an error: their own as it is, ours masked, with an id to find it in the log. */
export function maskError(error: unknown): GraphQLError {
  const original = error instanceof GraphQLError ? error.originalError : error
  if (error instanceof GraphQLError && (!original || original instanceof GraphQLError)) return withCode(error)
  const place = error instanceof GraphQLError ? error : undefined
  const requestId = randomUUID()
  log.error({ err: original ?? error, requestId, field: fieldOf(place) }, 'request failed')
  const masked = isOutage(original)
    ? coded('UNAVAILABLE', 'The service is currently unavailable: try again', { requestId })
    : coded('INTERNAL_SERVER_ERROR', 'Internal server error', { requestId })
  return new GraphQLError(masked.message, {
    nodes: place?.nodes,
    path: place?.path,
    extensions: masked.extensions,
  })
}

/** A result with its errors masked. */
export function maskResult(result: ExecutionResult): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map(maskError) } : result
}

/** Name of the field in the schema: the path contains the caller's aliases. */
function fieldOf(error: GraphQLError | undefined): string | undefined {
  const [node] = error?.nodes ?? []
  return node?.kind === Kind.FIELD ? node.name.value : undefined
}

/** Yoga's codes for requests that are not GraphQL requests. */
const yogaCodes = new Set<unknown>([
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'REQUEST_ENTITY_TOO_LARGE',
])

/** One code for every mistake by the caller: graphql-js has none, yoga has its own. */
function withCode(error: GraphQLError): GraphQLError {
  const { code, http } = error.extensions as GraphQLErrorExtensions & { http?: object }
  if (code && !yogaCodes.has(code)) return error
  const { message, nodes, source, positions, path } = error
  // Without `spec`, for which yoga would answer 200, and without the message of JSON.parse.
  const kept = http && { http: { ...http, spec: undefined } }
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    extensions: { ...kept, code: 'BAD_USER_INPUT' },
  })
}

interface DatabaseError extends Failure {
  name: string
  /** PostgreSQL's own error, if Prisma has no code for it. */
  meta?: { driverAdapterError?: Failure }
}

function isOutage(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const failure = cause as DatabaseError
    const answered = failure.meta?.driverAdapterError
    if (failure.name === 'PrismaClientInitializationError') return true
    if ([failure.code, answered?.cause?.originalCode].some((code) => code && outages.has(code))) return true
    if (isUnusable(failure) || (answered && isUnusable(answered))) return true
    // The pool of connections is used up.
    if (/^timeout (expired|exceeded)/.test(cause.message)) return true
  }
  return false
}
