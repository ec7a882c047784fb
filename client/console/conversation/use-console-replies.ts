import { randomId } from '../../core/random-id.ts'
import { lacksFiles } from '../../core/sending/reply-outcome.ts'
import { useConsoleReplyMutation, useConsoleSetTicketStatusMutation } from '../../graphql/hooks.ts'
import { useReplies } from '../../shell/composer/use-replies.ts'
import { useAnnounce } from '../announcements/use-announce.ts'
import { useStore } from '../state/context.ts'
import { useFailureText } from '../texts/use-failure-text.ts'
import { useText } from '../texts/use-text.ts'

export function useConsoleReplies(ticketId: string) {
  const text = useText()
  const announce = useAnnounce()
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const [, mutate] = useConsoleReplyMutation()
  const [, setStatus] = useConsoleSetTicketStatusMutation()

  async function solve(): Promise<void> {
    const { data } = await setStatus({ input: { ticketId, status: 'SOLVED' } })
    const result = data?.setTicketStatus
    const solved = result?.__typename === 'SetTicketStatusPayload'
    if (solved) dispatch({ type: 'ticket', ticket: result.ticket })
    announce(text(solved ? 'message.sent.solved' : 'message.unsolved'))
  }

  const { send, retry, discard } = useReplies({
    ticketId,
    dispatch,
    mutate,
    onStored({ newMessage, ticket }, reply) {
      dispatch({ type: 'message', ticketId, message: newMessage, isMine: true })
      dispatch({ type: 'ticket', ticket })
      if (reply.solve) void solve()
      else announce(text('message.sent'))
    },
    onFailed: (outcome) => announce(text(`message.${outcome}`)),
    refusalText: (answer) => (lacksFiles(answer) ? text('message.files') : failureText(undefined, answer)),
  })

  return {
    send: (body: string, attachmentIds: string[] | undefined, solve: boolean) =>
      send({ key: randomId(), body, attachmentIds, solve, status: 'sending' }),
    retry,
    discard,
  }
}
