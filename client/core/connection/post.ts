import type { ExecutionResult } from 'graphql'
import { graphqlUrl } from './endpoint.ts'

export interface GraphQLRequest {
  query: string
  variables?: Record<string, unknown>
}

/** Sends one operation by POST. Rejects when no GraphQL answer came back. */
export async function post(
  request: GraphQLRequest,
  send: typeof fetch,
  signal?: AbortSignal,
): Promise<ExecutionResult> {
  const response = await send(graphqlUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(request),
    signal: signal ?? null,
  })
  const result = (await response.json()) as ExecutionResult
  if (!result.data && !result.errors) throw new Error(`The server answered ${response.status}`)
  return result
}
