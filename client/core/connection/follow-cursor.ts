import type { ExecutionResult } from 'graphql'
import type { GraphQLRequest } from './request.ts'

/**
 * Moves a subscription's `after` to the position or cursor that just arrived. After a reconnect, graphql-ws sends the
 * same request object again, which then continues where it stopped. False: already seen.
 */
export function followCursor(request: Pick<GraphQLRequest, 'variables'>, result: ExecutionResult): boolean {
  const { variables } = request
  if (!('after' in variables)) return true
  for (const value of Object.values(result.data ?? {})) {
    const { position, cursor } = (value ?? {}) as { position?: unknown; cursor?: unknown }
    if (typeof cursor === 'string') variables.after = cursor
    if (typeof position !== 'number') continue
    if (typeof variables.after === 'number' && position <= variables.after) return false
    variables.after = position
  }
  return true
}
