import { setTimeout as sleep } from 'node:timers/promises'
import type { Ask } from '../api.ts'
import { Failure } from '../failures.ts'

const maxAttempts = 6

/**
 * Asks again where the server is busy or, once it has answered, out of reach: up to six times. What is asked must be safe
 * to repeat.
 */
export function patient(ask: Ask): Ask {
  let answered = false
  return async (document, variables) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const data = await ask(document, variables)
        answered = true
        return data
      } catch (error) {
        if (!(error instanceof Failure) || attempt === maxAttempts) throw error
        const { retryAfter = answered && error.isTemporary ? 2 ** (attempt - 1) : undefined } = error
        if (retryAfter === undefined) throw error
        await sleep(retryAfter * 1_000)
      }
    }
  }
}
