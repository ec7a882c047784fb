import { useEffect, useRef } from 'preact/hooks'
import { randomId } from '../../core/random-id.ts'
import { lacksFiles } from '../../core/sending/reply-outcome.ts'
import { useReplyMutation } from '../../graphql/hooks.ts'
import { useReplies } from '../../shell/composer/use-replies.ts'
import { useRouter } from '../routing/route.ts'
import { useStore } from '../state/context.ts'
import { useLateText } from '../texts/use-text.ts'

export function useReply(ticketId: string) {
  const text = useLateText()
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
    // The late script that added the files has brought the text.
    refusalText: (answer) => (lacksFiles(answer) ? text('files.expired') : ''),
  })
  return {
    send: (body: string, attachmentIds: string[] | undefined) =>
      send({ key: randomId(), body, attachmentIds, status: 'sending' }),
    retry,
    discard,
  }
}
