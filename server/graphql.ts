import type { IncomingMessage, ServerResponse } from 'node:http'
import { createYoga, type Plugin } from 'graphql-yoga'
import { type Context, contextOfRequest } from './api/context.ts'
import { coded } from './api/errors.ts'
import { bodyLimit, documentLimits } from './api/limits.ts'
import { jsonInAddress } from './api/requests/json-in-address.ts'
import { isJson, jsonOnly } from './api/requests/json-only.ts'
import { maskError } from './api/requests/mask-error.ts'
import { responseHeaders } from './api/requests/response-headers.ts'
import { trustedDocuments } from './api/requests/trusted-documents.ts'
import { unconditionalSubscriptions } from './api/requests/unconditional-subscriptions.ts'
import { graphiql } from './apps/graphiql.ts'
import { config } from './config/config.ts'
import { costLimits } from './cost/plugin.ts'
import { withAllowance } from './cost/refused-request.ts'
import { cors, corsHeaders } from './http/cors.ts'
import { ownTurn } from './http/own-turn.ts'
import { readBody } from './http/read-body.ts'
import { answerJson, answerKnown, takesJson } from './operations/fast-path.ts'
import { rememberTexts } from './operations/known-text.ts'
import { requestedOperation } from './operations/requested-operation.ts'
import { schema } from './schema.ts'

/** Characters of a request from which parsing it keeps others waiting noticeably. */
const largeBody = 64 * 1024

interface ServerContext {
  req: IncomingMessage
}

/** The GraphQL server of `/graphql`. GraphiQL signs in with `demoKey` in demo mode. */
export function createGraphql(demoKey: () => string | undefined) {
  return createYoga<ServerContext, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    context: ({ req }) => contextOfRequest(req),
    cors,
    multipart: false,
    // `serveGraphql` has already read the body.
    maxRequestBodySize: false,
    landingPage: false,
    graphiql: false,
    // It would quote user input; `maskError` logs what matters.
    logging: false,
    maskedErrors: { maskError },
    extraParamNames: ['documentId'],
    plugins: [
      trustedDocuments as Plugin,
      documentLimits as Plugin,
      unconditionalSubscriptions as Plugin,
      costLimits as Plugin,
      rememberTexts,
      jsonOnly,
      jsonInAddress,
      ...(config.production ? [] : [graphiql(demoKey)]),
      responseHeaders,
    ],
  })
}

/** Handles `/graphql`: known operations take the fast path, and Yoga handles all others. */
export function serveGraphql(yoga: ReturnType<typeof createGraphql>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST' || !isJson(request.headers['content-type'])) return yoga(request, response)
    const body = await readBody(request, bodyLimit).catch(() => undefined)
    // The sender has hung up.
    if (body === undefined) return
    if (body && body.length > largeBody) await ownTurn()
    const headers = request.headers.origin === undefined ? {} : corsHeaders
    if (body === null) {
      return answerJson(response, await withAllowance({ errors: [tooLarge()] }, request), headers)
    }
    const asked = takesJson(request) ? requestedOperation(parsed(body)) : null
    if (asked) return answerKnown(asked, request, response, headers)
    // Yoga compares types letter by letter.
    request.headers['content-type'] = 'application/json'
    return yoga(Object.assign(request, { body }), response)
  }
}

const tooLarge = () => coded('BAD_USER_INPUT', 'Request body too large', { http: { status: 413 } })

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
