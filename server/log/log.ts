import { pino } from 'pino'
import { config } from '../config/config.ts'
import { describeError } from './describe-error.ts'

/** One JSON line each, without any value of a request: error messages are left out, as they may quote one. */
export const log = pino({
  level: config.logLevel,
  serializers: { err: (error) => describeError(error) },
  hooks: {
    logMethod([first, ...rest], method) {
      if ((first as unknown) instanceof Error)
        method.apply(this, [{ err: first }, 'unexpected error'] as never)
      else method.apply(this, [first, ...rest])
    },
  },
})

/** Libraries write raw errors to the console: of those, too, only what is safe is logged. */
export function guardConsole(): void {
  const report = (...parts: unknown[]) =>
    log.warn({ err: parts.find((part) => part instanceof Error) }, 'a library reported an error')
  Object.assign(console, { error: report, warn: report, info: () => {}, log: () => {}, debug: () => {} })
}

/** A warning that may come by the thousand: logged at most once in ten seconds, with the number left out since. */
export function rareWarning(text: string): (fields: object) => void {
  let unlogged = 0
  let quietUntil = 0
  return (fields) => {
    if (Date.now() < quietUntil) unlogged++
    else {
      log.warn({ ...fields, unlogged }, text)
      quietUntil = Date.now() + 10_000
      unlogged = 0
    }
  }
}
