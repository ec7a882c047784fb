import type { z } from 'zod'
import type { IssueCode } from './issue-codes.ts'

/** For a rule of zod: why a value breaks it. Limits of lengths and numbers need none. `value` is what `message` names. */
export const broken = (code: IssueCode, message: string, value?: string) => ({
  code: 'custom' as const,
  message,
  params: { code, value },
})

export type Broken = ReturnType<typeof broken>

/** What a broken rule means for callers: as `broken` says, or a limit of zod's. */
export function codeOf(issue: z.core.$ZodIssue): Broken['params'] {
  if (issue.code === 'custom' && issue.params) return issue.params as Broken['params']
  if (issue.code === 'too_big') {
    return { code: tooBig[issue.origin as Sized] ?? 'TOO_HIGH', value: String(issue.maximum) }
  }
  if (issue.code === 'too_small') {
    return { code: tooSmall[issue.origin as Sized] ?? 'TOO_LOW', value: String(issue.minimum) }
  }
  return { code: 'INVALID', value: undefined }
}

/** The message for a limit whose rule has none; undefined for zod's own. */
export function limitMessage(issue: z.core.$ZodRawIssue): string | undefined {
  const { code, origin, minimum, maximum } = issue
  const limit = code === 'too_big' ? `at most ${maximum}` : code === 'too_small' && `at least ${minimum}`
  const unit = units[origin as Sized]
  return limit ? `Must ${unit ? 'have' : 'be'} ${limit}${unit ?? ''}` : undefined
}

type Sized = 'string' | 'array'
const units = { string: ' characters', array: ' items' } as const
const tooBig = { string: 'TOO_LONG', array: 'TOO_MANY' } as const
const tooSmall = { string: 'TOO_SHORT', array: 'TOO_FEW' } as const
