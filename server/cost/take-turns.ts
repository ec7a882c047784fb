import type { ExecutionResult } from 'graphql'
import type { Context } from '../api/context.ts'
import { coded } from '../api/errors.ts'
import { type Line, startTurn } from './turns.ts'

/** Executes an operation in a turn of its caller. If the caller hangs up first, it never runs. */
export async function executeInTurn<Result>(
  line: Line,
  context: Context,
  hungUp: AbortSignal,
  work: () => Result | Promise<Result>,
): Promise<Result | ExecutionResult> {
  const endTurn = await startTurn(line, context, hungUp).catch(() => undefined)
  if (!endTurn) return { errors: [coded('UNAVAILABLE', 'The caller disconnected')] }
  try {
    return await work()
  } finally {
    endTurn()
  }
}
