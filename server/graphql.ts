import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { GraphQLError, type GraphQLErrorExtensions, Kind } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import { type Context, contextFor } from './api/context.ts'
import { coded } from './api/errors.ts'
import { jsonOnly } from './api/json-only.ts'
import { bodyLimit, documentLimits } from './api/limits.ts'
import { trustedDocuments } from './api/trusted-documents.ts'
import { type Encoding, graphiqlPage } from './apps/graphiql.ts'
import { config } from './config/config.ts'
import { costLimits } from './cost/plugin.ts'
import { addressOf } from './identity/caller-address.ts'
import { log } from './log/log.ts'
import { schema } from './schema.ts'

interface ServerContext {
  req: IncomingMessage
  /** The context that a WebSocket was opened with, and what is aborted when it closes. */
  socketContext?: Context
  hungUp?: AbortSignal
}

/** The GraphQL server of `/graphql`. `demoKey` is what GraphiQL signs in with in demo mode. */
export function createGraphql(demoKey: () => string | undefined) {
  return createYoga<ServerContext, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    context: ({ request, req, socketContext }) =>
      socketContext ??
      contextFor({
        authorization: request.headers.get('authorization'),
        origin: request.headers.get('origin'),
        address: addressOf(req),
      }),
    // Callers are told apart by their token alone, so any page may call and none brings credentials by itself.
    cors: {
      origin: '*',
      credentials: false,
      methods: ['GET', 'POST', 'OPTIONS'],
      allowedHeaders: ['authorization', 'content-type'],
      exposedHeaders: ['retry-after'],
      maxAge: 7_200,
    },
    multipart: false,
    maxRequestBodySize: bodyLimit,
    landingPage: false,
    graphiql: false,
    // It would quote what somebody sent; `maskError` logs what matters.
    logging: false,
    maskedErrors: { maskError },
    extraParamNames: ['documentId'],
    plugins: [
      trustedDocuments as Plugin,
      documentLimits as Plugin,
      costLimits as Plugin,
      jsonOnly,
      ...(config.production ? [] : [graphiql(demoKey)]),
      headers,
    ],
  })
}

/** Serves GraphiQL to browsers that open the API's address. */
const graphiql = (demoKey: () => string | undefined): Plugin => ({
  async onRequest({ request, fetchAPI, endResponse }) {
    const header = (name: string) => request.headers.get(name) ?? ''
    if (request.method !== 'GET' || !header('accept').includes('text/html')) return
    const [encoding] = /\b(?:br|gzip)\b/.exec(header('accept-encoding')) ?? []
    endResponse(
      new fetchAPI.Response(await graphiqlPage(demoKey(), encoding as Encoding), {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          vary: 'accept-encoding',
          ...(encoding && { 'content-encoding': encoding }),
        },
      }),
    )
  },
})

const headers: Plugin = {
  onResponse({ response }) {
    response.headers.set('cache-control', 'no-store')
    response.headers.set('x-content-type-options', 'nosniff')
    response.headers.set('referrer-policy', 'no-referrer')
    if (response.headers.get('content-type')?.startsWith('text/html')) {
      // GraphiQL holds the demo's key: no other page may read it.
      for (const [name] of [...response.headers]) {
        if (name.startsWith('access-control-')) response.headers.delete(name)
      }
      response.headers.set('content-security-policy', "frame-ancestors 'none'")
      response.headers.set('cross-origin-resource-policy', 'same-origin')
    }
    // Yoga answers with the caller's own origin, which caches would have to tell apart.
    if (response.headers.has('access-control-allow-origin')) {
      response.headers.set('access-control-allow-origin', '*')
      response.headers.delete('vary')
    }
  },
}

const outages = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P03',
  // Somebody holds a lock, or a statement takes too long.
  '55P03',
  '57014',
  // What a pooler says that has no connection to give.
  '08P01',
])

/** What the PostgreSQL client says without a code. */
const brokenConnection = /^Connection terminated|^timeout (expired|exceeded)|is not queryable$/

/** What callers see of an error: theirs as it is, ours masked, with an id that finds it in the log. */
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

/** Name of the field in the schema: the path holds aliases, which are the caller's. */
function fieldOf(error: GraphQLError | undefined): string | undefined {
  const [node] = error?.nodes ?? []
  return node?.kind === Kind.FIELD ? node.name.value : undefined
}

/** Codes of yoga's for requests that are no GraphQL request. */
const yogaCodes = new Set<unknown>([
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'REQUEST_ENTITY_TOO_LARGE',
])

/** One code for every mistake of the caller's: graphql-js gives none, yoga its own. */
function withCode(error: GraphQLError): GraphQLError {
  const { code, http } = error.extensions as GraphQLErrorExtensions & { http?: object }
  if (code && !yogaCodes.has(code)) return error
  const { message, nodes, source, positions, path } = error
  // Left out: `spec`, by which yoga would answer 200, and what JSON.parse said.
  const kept = http && { http: { ...http, spec: undefined } }
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    extensions: { ...kept, code: 'BAD_USER_INPUT' },
  })
}

interface DatabaseError extends Error {
  code?: string
  /** What PostgreSQL itself said, where Prisma has no code for it. */
  meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }
}

function isOutage(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, name, meta } = cause as DatabaseError
    if (name === 'PrismaClientInitializationError' || (code && outages.has(code))) return true
    if (outages.has(meta?.driverAdapterError?.cause?.originalCode ?? '')) return true
    if (brokenConnection.test(cause.message)) return true
  }
  return false
}
