import { useConsoleApproveReplyMutation, useConsoleDiscardReplyMutation } from '../../graphql/hooks.ts'
import { useAnnounce } from '../announcements/use-announce.ts'
import { useStore } from '../state/context.ts'
import { useFailureText } from '../texts/use-failure-text.ts'
import { useText } from '../texts/use-text.ts'

/** Sends or discards proposed replies of a ticket. Both return what went wrong; `onGone`: the focus went with it. */
export function useDecisions(ticketId: string, onGone: () => void) {
  const text = useText()
  const announce = useAnnounce()
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const [, sendApproval] = useConsoleApproveReplyMutation()
  const [, sendDiscard] = useConsoleDiscardReplyMutation()

  async function approve(id: string, body: string | null): Promise<string | undefined> {
    const { data, error } = await sendApproval({ input: { id, body } })
    const result = data?.approveReply
    if (result?.__typename !== 'ApproveReplyPayload') return failureText(error, result)
    const { ticket, newMessage } = result
    dispatch({ type: 'message', ticketId, message: newMessage, isMine: true })
    dispatch({ type: 'ticket', ticket })
    dispatch({ type: 'proposed-replies', ticketId, proposed: ticket })
    onGone()
    announce(text('message.sent'))
    return undefined
  }

  async function discard(id: string): Promise<string | undefined> {
    const { data, error } = await sendDiscard({ input: { id } })
    const result = data?.discardReply
    if (result?.__typename !== 'DiscardReplyPayload') return failureText(error, result)
    dispatch({ type: 'proposed-replies', ticketId, proposed: result.ticket })
    onGone()
    announce(text('proposal.discarded'))
    return undefined
  }

  return { approve, discard }
}
