import { pino } from 'pino'
import { config } from './config.ts'

/** One JSON line each. What could sign somebody in is cut out wherever it appears. */
export const log = pino({
  level: config.logLevel,
  redact: {
    paths: ['token', 'hmac', 'secret', 'authorization', '*.token', '*.hmac', '*.secret', '*.authorization'],
    censor: '[redacted]',
  },
})
