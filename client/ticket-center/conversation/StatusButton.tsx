import { useState } from 'preact/hooks'
import { useSetTicketStatusMutation } from '../../graphql/hooks.ts'
import { useFailureText } from '../../shell/use-failure-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useStore } from '../state/context.ts'
import type { Ticket } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'

export function StatusButton({ ticket }: { ticket: Ticket }) {
  const text = useText()
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const [{ fetching }, setStatus] = useSetTicketStatusMutation()
  const [failure, setFailure] = useState<string>()
  const solved = ticket.status === 'SOLVED'

  async function change(): Promise<void> {
    setFailure(undefined)
    const { data, error } = await setStatus({
      input: { ticketId: ticket.id, status: solved ? 'OPEN' : 'SOLVED' },
    })
    const result = data?.setTicketStatus
    if (result?.__typename === 'SetTicketStatusPayload') dispatch({ type: 'ticket', ticket: result.ticket })
    else setFailure(failureText(error, text('conversation.action.failed')))
  }

  return (
    <div class="tc-action">
      <Button class="tc-solve" busy={fetching} onClick={() => void change()}>
        {!solved && <Icon name="check" />}
        {text(solved ? 'conversation.reopen' : 'conversation.solve')}
      </Button>
      {failure && (
        <p class="tc-error tc-action__failure" role="alert">
          {failure}
        </p>
      )}
    </div>
  )
}
