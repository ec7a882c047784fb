import type { ConsoleEmailFragment } from '../../../graphql/operations.ts'
import type { Resent } from './use-resend.ts'

export type EmailDisplay = 'failed' | 'sending' | 'waiting' | 'sent' | 'skipped'

/** What to show for an email; undefined for nothing. A sent email is shown only after it was resent here. */
export function displayOf(
  { state, attempts }: ConsoleEmailFragment,
  resent?: Resent,
): EmailDisplay | undefined {
  const under = resent && !resent.failure && resent.attempts === attempts
  switch (state) {
    case 'FAILED':
      return under ? 'sending' : 'failed'
    case 'QUEUED':
      if (under) return 'sending'
      return attempts > 0 ? 'waiting' : undefined
    case 'SENT':
      return resent && 'sent'
    case 'SKIPPED':
      return resent && 'skipped'
  }
}
