import {
  type Exchange,
  type ExecutionResult,
  makeErrorResult,
  makeOperation,
  makeResult,
  type Operation,
  type OperationResult,
} from '@urql/core'
import { filter, make, mergeMap, pipe, takeUntil } from 'wonka'
import type { Sink } from './transport.ts'

/** Sends every operation of a client through `send` until nobody listens; `send` returns a way to stop it. */
export function exchangeBy(send: (operation: Operation, sink: Sink) => () => void): Exchange {
  return ({ client }) =>
    (operations) =>
      pipe(
        operations,
        filter(({ kind }) => kind !== 'teardown'),
        mergeMap((operation) =>
          pipe(
            make<OperationResult>(({ next, complete }) =>
              soon(() =>
                send(operation, {
                  next: (result) => next(makeResult(operation, result as ExecutionResult)),
                  error(error) {
                    const errors = Array.isArray(error) && { errors: error }
                    next(errors ? makeResult(operation, errors) : makeErrorResult(operation, error as Error))
                    complete()
                  },
                  complete() {
                    // So the client notices that a subscription has ended.
                    if (operation.kind === 'subscription') {
                      client.reexecuteOperation(makeOperation('teardown', operation, operation.context))
                    }
                    complete()
                  },
                }),
              ),
            ),
            takeUntil(
              pipe(
                operations,
                filter(({ kind, key }) => kind === 'teardown' && key === operation.key),
              ),
            ),
          ),
        ),
      )
}

/** Starts in a microtask, unless stopped before: a hook of urql starts each operation, stops it and starts it again. */
function soon(start: () => () => void): () => void {
  let stop: (() => void) | undefined
  let stopped = false
  queueMicrotask(() => {
    if (!stopped) stop = start()
  })
  return () => {
    stopped = true
    stop?.()
  }
}
