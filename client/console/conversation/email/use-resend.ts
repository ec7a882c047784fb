import { useState } from 'preact/hooks'
import { useConsoleResendMailMutation } from '../../../graphql/hooks.ts'
import type { ConsoleMailFragment } from '../../../graphql/operations.ts'
import { useStore } from '../../state/context.ts'
import { useFailureText } from '../../use-failure-text.ts'

export interface Resent {
  /** Tries at the time: one more, and the server has had its say. */
  attempts: number
  failure?: string
}

/** Sends failed mails of a ticket again, and keeps which those were: what became of them is told to the end. */
export function useResend(ticketId: string) {
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const [resent, setResent] = useState<Record<string, Resent>>({})
  const [, send] = useConsoleResendMailMutation()

  async function resend({ id, attempts }: ConsoleMailFragment): Promise<void> {
    setResent((held) => ({ ...held, [id]: { attempts } }))
    const { data, error } = await send({ input: { id } })
    const result = data?.resendMail
    if (result?.__typename === 'ResendMailPayload') dispatch({ type: 'mail', ticketId, mail: result.mail })
    else setResent((held) => ({ ...held, [id]: { attempts, failure: failureText(error) } }))
  }

  return { resent, resend }
}
