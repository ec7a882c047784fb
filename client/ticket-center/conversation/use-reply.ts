import { randomId } from '../../core/random-id.ts'
import { useReplyMutation } from '../../graphql/hooks.ts'
import { useReplies } from '../../shell/use-replies.ts'
import { useStore } from '../state/context.ts'

export function useReply(ticketId: string) {
  const { dispatch } = useStore()
  const [, mutate] = useReplyMutation()
  const { send, retry, discard } = useReplies({
    ticketId,
    dispatch,
    mutate,
    onStored({ newMessage, ticket }) {
      dispatch({ type: 'message', ticketId, message: newMessage, isMine: true })
      dispatch({ type: 'ticket', ticket })
    },
  })
  return {
    send: (body: string, attachmentIds?: string[]) =>
      send({ key: randomId(), body, attachmentIds, status: 'sending' }),
    retry,
    discard,
  }
}
