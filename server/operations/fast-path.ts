import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ExecutionResult } from 'graphql'
import { contextOfRequest } from '../api/context.ts'
import { withoutHttp } from '../api/errors.ts'
import { maskError, maskResult } from '../api/requests/mask-error.ts'
import { executeLimited } from '../cost/execute.ts'
import { schema } from '../schema.ts'
import type { RequestedOperation } from './requested-operation.ts'

type Headers = Record<string, string>

/** Whether the response may be plain JSON, with status 200 even for GraphQL errors. */
export const takesJson = ({ headers: { accept = '*/*' } }: IncomingMessage) =>
  accept === '*/*' || accept === 'application/json'

/**
 * Answers an operation as Yoga would, with the same context, limits and masking, but without its layers: the operation
 * has been parsed and validated before.
 */
export async function answerKnown(
  asked: RequestedOperation,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Headers,
): Promise<void> {
  const hangUp = new AbortController()
  response.once('close', () => response.writableFinished || hangUp.abort())
  const result = await run(asked, request, hangUp.signal).catch((error) => ({ errors: [maskError(error)] }))
  answerJson(response, result, headers)
}

async function run(
  { document, variables, execute }: RequestedOperation,
  request: IncomingMessage,
  hungUp: AbortSignal,
) {
  const contextValue = await contextOfRequest(request)
  const args = { schema, document, contextValue, variableValues: variables }
  return maskResult(await executeLimited(args, hungUp, true, async () => noData(await execute(args))))
}

/** A result without data, for invalid variables. */
function noData(result: ExecutionResult): ExecutionResult {
  if ('data' in result) return result
  return {
    errors: result.errors?.map((error) => Object.assign(error, { extensions: { http: { status: 400 } } })),
  }
}

interface Hints {
  status?: number
  /** Plain JSON does not count it as an HTTP failure. */
  spec?: boolean
  headers?: Headers
}

/** Writes a result with masked errors, with the status and headers that they require. */
export function answerJson(response: ServerResponse, result: ExecutionResult, headers: Headers): void {
  const hints = (result.errors ?? []).map(({ extensions }) => (extensions.http ?? {}) as Hints)
  const statuses = hints.map(({ status, spec }) => (!spec && status) || 200)
  const shown = result.errors ? { ...result, errors: result.errors.map(withoutHttp) } : result
  const body = JSON.stringify(shown)
  response.writeHead(Math.max(200, ...statuses), {
    ...headers,
    ...Object.assign({}, ...hints.map(({ headers }) => headers)),
    'content-type': 'application/json; charset=utf-8',
    // Without it, the body would be sent in chunks.
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
