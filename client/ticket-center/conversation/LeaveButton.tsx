import { useState } from 'preact/hooks'
import { useLeaveTicketMutation } from '../../graphql/hooks.ts'
import { useFailureText } from '../../shell/use-failure-text.ts'
import { Button } from '../../ui/Button.tsx'
import { useRouter } from '../routing/route.ts'
import { useStore } from '../state/context.ts'
import { useLateText } from '../texts/use-text.ts'

/** For participants, who may leave but not close a ticket. Asks for confirmation: they cannot rejoin on their own. */
export function LeaveButton({ ticketId }: { ticketId: string }) {
  const text = useLateText()
  const failureText = useFailureText()
  const { go } = useRouter()
  const { state, dispatch } = useStore()
  const [{ fetching }, leave] = useLeaveTicketMutation()
  const [asking, setAsking] = useState(false)
  const [failure, setFailure] = useState<string>()

  async function confirm(): Promise<void> {
    const email = state.viewer?.__typename === 'Customer' ? state.viewer.email : ''
    const { data, error } = await leave({ input: { ticketId, email } })
    const result = data?.removeParticipant
    if (result?.__typename === 'RemoveParticipantPayload') {
      go({ name: 'list' })
      dispatch({ type: 'ticket-gone', ticketId })
    } else {
      setFailure(failureText(error, text('conversation.action.failed')))
    }
  }

  if (!asking) {
    return (
      <div class="tc-action">
        <Button onClick={() => setAsking(true)}>{text('conversation.leave')}</Button>
      </div>
    )
  }
  return (
    <div class="tc-action" role="alertdialog" aria-label={text('conversation.leave')}>
      <p class="tc-hint">{failure ?? text('conversation.leave.confirm')}</p>
      <Button variant="danger" busy={fetching} onClick={() => void confirm()}>
        {text('conversation.leave')}
      </Button>
      <Button variant="quiet" onClick={() => setAsking(false)}>
        {text('conversation.leave.cancel')}
      </Button>
    </div>
  )
}
