import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { Context } from '../api/context.ts'
import { type Allowance, charge } from './allowance.ts'
import { admit, withExtensions } from './execute.ts'
import { executeShared, knownResult, sharingKey } from './share-execution.ts'
import { executeInTurn } from './take-turns.ts'
import { startTurn } from './turns.ts'

type Results = AsyncIterableIterator<ExecutionResult>

/**
 * GraphQL.js's `subscribe` within the caller's limits: the start is paid and takes a turn like any operation, and so
 * does each event, which is a new read. The first result reports the cost.
 */
export async function subscribeLimited(
  args: ExecutionArgs,
  hungUp: AbortSignal,
): Promise<Results | ExecutionResult> {
  const { allowance, refusal } = await admit(args)
  if (refusal) return { errors: [refusal] }
  const context = args.contextValue as Context
  const start = () => createSourceEventStream(ofItsOwn(args))
  const source = await executeInTurn('read', context, hungUp, start)
  if (!(Symbol.asyncIterator in source)) return source
  return new SubscriptionResults(args, source[Symbol.asyncIterator](), allowance)
}

/** Pothos caches what it finds out for an operation as long as its context lives. */
function ofItsOwn(args: ExecutionArgs): ExecutionArgs {
  return { ...args, contextValue: { ...(args.contextValue as Context) } }
}

const ended = { done: true, value: undefined } as const

class SubscriptionResults implements Results {
  readonly #args: ExecutionArgs
  readonly #events: AsyncIterator<unknown>
  readonly #cost: number
  /** Set with the first result, to keep idle subscriptions small. */
  #sharingKey: string | undefined
  /** Until the first result. */
  #allowance: Allowance | undefined

  constructor(args: ExecutionArgs, events: AsyncIterator<unknown>, allowance: Allowance) {
    this.#args = args
    this.#events = events
    this.#cost = allowance.requested
    this.#allowance = allowance
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    const { done, value: payload } = await this.#events.next()
    if (done) return ended
    this.#sharingKey ??= sharingKey(this.#args)
    // A result that another subscriber's turn has computed needs no turn.
    const known = knownResult(this.#args, this.#sharingKey, payload)
    const result = await (known ?? this.#executeInTurn(this.#sharingKey, payload))
    const allowance = this.#allowance
    if (allowance === undefined) charge(this.#args.contextValue as Context, this.#cost)
    this.#allowance = undefined
    return { done: false, value: withExtensions(result, allowance && { cost: allowance }) }
  }

  async #executeInTurn(key: string, payload: unknown): Promise<ExecutionResult> {
    const endTurn = await startTurn('result', this.#args.contextValue as Context)
    try {
      return await executeShared(ofItsOwn(this.#args), key, payload)
    } catch (error) {
      await this.return()
      throw error
    } finally {
      endTurn()
    }
  }

  async return(): Promise<typeof ended> {
    await this.#events.return?.()
    return ended
  }
}
