import { useState } from 'preact/hooks'
import { useConsoleResendEmailMutation } from '../../../graphql/hooks.ts'
import type { ConsoleEmailFragment } from '../../../graphql/operations.ts'
import { useStore } from '../../state/context.ts'
import { useFailureText } from '../../texts/use-failure-text.ts'

export interface Resent {
  /** Attempts when it was resent: one more means that the server has tried. */
  attempts: number
  failure?: string
}

/** Resends failed emails of a ticket and remembers which, to show the outcome of each. */
export function useResend(ticketId: string) {
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const [resent, setResent] = useState<Record<string, Resent>>({})
  const [, send] = useConsoleResendEmailMutation()

  async function resend({ id, attempts }: ConsoleEmailFragment): Promise<void> {
    setResent((current) => ({ ...current, [id]: { attempts } }))
    const { data, error } = await send({ input: { id } })
    const result = data?.resendEmail
    if (result?.__typename === 'ResendEmailPayload')
      return dispatch({ type: 'email', ticketId, email: result.email })
    const failure = failureText(error, result)
    setResent((current) => ({ ...current, [id]: { attempts, failure } }))
  }

  return { resent, resend }
}
