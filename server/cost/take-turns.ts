import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { Context } from '../api/context.ts'
import { coded } from '../api/errors.ts'
import { executeShared, knownResult } from './share-execution.ts'
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

/** GraphQL.js's `subscribe`, with a turn for the start and one for each event: a single turn would block others. */
export async function subscribeInTurns(args: ExecutionArgs, context: Context, hungUp: AbortSignal) {
  const source = await executeInTurn('operation', context, hungUp, () => createSourceEventStream(args))
  if (!(Symbol.asyncIterator in source)) return source
  const events = source[Symbol.asyncIterator]()
  const ended = { done: true, value: undefined } as const
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next(): Promise<IteratorResult<ExecutionResult>> {
      const { done, value } = await events.next()
      if (done) return ended
      const read = () => executeShared(args, value)
      // What another subscriber's turn has read takes none.
      const known = knownResult(args, value)
      if (known) return { value: await known }
      try {
        return { value: await executeInTurn('event', context, hungUp, read) }
      } catch (error) {
        await events.return?.()
        throw error
      }
    },
    async return() {
      await events.return?.()
      return ended
    },
  }
}
