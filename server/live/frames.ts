import type { ExecutionResult } from 'graphql'
import { maskResult } from '../api/requests/mask-error.ts'

interface Written {
  json: string
  /** The last message with it. Clients that number their operations alike get the same bytes. */
  id: string
  message: Buffer
}

const written = new WeakMap<ExecutionResult, Written>()

/** A subscription's result as a message of graphql-ws, written once for all subscribers who are given the same object. */
export function messageWith(result: ExecutionResult, id: string): Buffer {
  const known = written.get(result)
  if (known?.id === id) return known.message
  const json = known?.json ?? JSON.stringify(result)
  const message = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":${json}}`)
  written.set(result, { json, id, message })
  return message
}

/**
 * Sends a subscription's results past graphql-ws, and passes on only the others: those with errors, and
 * the end.
 */
export function sendingResults(
  results: AsyncIterableIterator<ExecutionResult>,
  id: string,
  send: (message: Buffer) => Promise<void>,
): AsyncIterableIterator<ExecutionResult> {
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      for (;;) {
        const step = await results.next()
        if (step.done) return step
        if (step.value.errors) return { done: false, value: maskResult(step.value) }
        await send(messageWith(step.value, id))
      }
    },
    return: () => results.return?.() ?? Promise.resolve({ done: true, value: undefined }),
  }
}
