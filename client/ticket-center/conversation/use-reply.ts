import { useEffect, useRef } from 'preact/hooks'
import { randomId } from '../../core/random-id.ts'
import { useReplyMutation } from '../../graphql/hooks.ts'
import { useReplies } from '../../shell/composer/use-replies.ts'
import { useRouter } from '../routing/route.ts'
import { useStore } from '../state/context.ts'

export function useReply(ticketId: string) {
  const { dispatch } = useStore()
  const { go } = useRouter()
  const shown = useRef(true)
  useEffect(() => {
    return () => {
      shown.current = false
    }
  }, [])
  const [, mutate] = useReplyMutation()
  const { send, retry, discard } = useReplies({
    ticketId,
    dispatch,
    mutate,
    onStored({ newMessage, ticket }) {
      const { id } = ticket
      dispatch({ type: 'message', ticketId: id, message: newMessage, isMine: true })
      dispatch({ type: 'ticket', ticket })
      // It is a follow-up.
      if (id !== ticketId && shown.current) go({ name: 'ticket', id })
    },
  })
  return {
    send: (body: string, attachmentIds?: string[]) =>
      send({ key: randomId(), body, attachmentIds, status: 'sending' }),
    retry,
    discard,
  }
}
