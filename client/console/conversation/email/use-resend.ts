import { useState } from 'preact/hooks'
import { useConsoleResendEmailMutation } from '../../../graphql/hooks.ts'
import type { ConsoleEmailFragment } from '../../../graphql/operations.ts'
import { useStore } from '../../state/context.ts'
import { useFailureText } from '../../use-failure-text.ts'

export interface Resent {
  /** Tries at the time: one more, and the server has had its say. */
  attempts: number
  failure?: string
}

/** Sends failed emails of a ticket again, and keeps which those were: what became of them is told to the end. */
export function useResend(ticketId: string) {
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const [resent, setResent] = useState<Record<string, Resent>>({})
  const [, send] = useConsoleResendEmailMutation()

  async function resend({ id, attempts }: ConsoleEmailFragment): Promise<void> {
    setResent((held) => ({ ...held, [id]: { attempts } }))
    const { data, error } = await send({ input: { id } })
    const result = data?.resendEmail
    if (result?.__typename === 'ResendEmailPayload')
      return dispatch({ type: 'email', ticketId, email: result.email })
    const failure = failureText(error, result)
    setResent((held) => ({ ...held, [id]: { attempts, failure } }))
  }

  return { resent, resend }
}
