import type { IncomingMessage } from 'node:http'
import type { ExecutionResult } from 'graphql'
import { contextOfRequest } from '../api/context.ts'
import { allowanceOf } from './allowance.ts'
import { withExtensions } from './execute.ts'

/** Adds the caller's allowance to the answer to a request that was refused before it had a context: it cost nothing. */
export async function withAllowance(
  answer: ExecutionResult,
  request: IncomingMessage,
): Promise<ExecutionResult> {
  const context = await contextOfRequest(request).catch(() => null)
  return context ? withExtensions(answer, { cost: await allowanceOf(context, 0) }) : answer
}
