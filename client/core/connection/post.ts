import type { ExecutionResult } from 'graphql'
import { bodyOf, type GraphQLRequest } from './request.ts'

interface Options {
  url: string
  send: typeof fetch
  signal: AbortSignal
}

export const postTimeout = 30_000

/** Sends one operation by POST. Rejects when no GraphQL response came in time. */
export async function post(
  request: GraphQLRequest,
  { url, send, signal }: Options,
): Promise<ExecutionResult> {
  const response = await send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: bodyOf(request),
    signal: AbortSignal.any([signal, AbortSignal.timeout(postTimeout)]),
  })
  const result = (await response.json()) as ExecutionResult
  if (!result.data && !result.errors) throw new Error(`The server answered ${response.status}`)
  return result
}
