import { pino } from 'pino'
import { config } from './config.ts'
import { describeError } from './describe-error.ts'

/** One JSON line each, without any value of a request: what an error says is left out, as it may quote one. */
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

/** Libraries write errors to the console as they are: of those, too, only what is safe reaches the log. */
export function guardConsole(): void {
  const report = (...parts: unknown[]) =>
    log.warn({ err: parts.find((part) => part instanceof Error) }, 'a library reported an error')
  Object.assign(console, { error: report, warn: report, info: () => {}, log: () => {}, debug: () => {} })
}
