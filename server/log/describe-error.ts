/** What the log shows of an error. */
export interface Description {
  type: string
  /** A code from Node, SMTP, Prisma or PostgreSQL (SQLSTATE). */
  code?: string
  /** Where it was thrown. */
  frames?: string[]
  causes?: Description[]
}

interface Fields {
  name?: unknown
  message?: unknown
  stack?: unknown
  kind?: unknown
  code?: unknown
  originalCode?: unknown
  responseCode?: unknown
  cause?: unknown
  originalError?: unknown
  errors?: unknown
  meta?: { driverAdapterError?: unknown }
}

/** Maximum nested causes: they may be circular. */
const maxDepth = 4
const maxCauses = 5
const maxFrames = 12

/**
 * Type, code and place of an error. Its message and all other properties are left out: GraphQL, the database and mail
 * servers quote in them what somebody sent.
 */
export function describeError(error: unknown, depth = 0): Description {
  if (typeof error !== 'object' || error === null) return { type: typeof error }
  const { name, message, stack, kind, code, originalCode, responseCode } = error as Fields
  const { cause, originalError, errors, meta } = error as Fields
  const inner = [cause, originalError, meta?.driverAdapterError, ...(Array.isArray(errors) ? errors : [])]
  const notable = inner.filter((one) => typeof one === 'object' && one !== null).slice(0, maxCauses)
  const causes = depth < maxDepth ? notable.map((one) => describeError(one, depth + 1)) : []
  const frames = framesOf(stack, message)
  return {
    type: identifier(kind) ?? identifier(error.constructor?.name) ?? identifier(name) ?? 'Error',
    code: identifier(originalCode) ?? identifier(responseCode) ?? identifier(code),
    ...(frames.length > 0 && { frames }),
    ...(causes.length > 0 && { causes }),
  }
}

/** Codes and class names; nothing that a user could have written. */
function identifier(value: unknown): string | undefined {
  return /^\w{1,40}$/.test(String(value ?? '')) ? String(value) : undefined
}

/** The lines below the message, which may itself have lines that look like them. */
function framesOf(stack: unknown, message: unknown): string[] {
  const [text, said] = [String(stack ?? ''), String(message ?? '')]
  const start = said ? text.indexOf(said) + said.length : 0
  if (said && !text.includes(said)) return []
  const frames = text.slice(start).split('\n')
  return frames
    .map((line) => /^ {4}at (.+:\d+:\d+\)?)$/.exec(line)?.[1])
    .filter((frame) => frame !== undefined)
    .slice(0, maxFrames)
}
