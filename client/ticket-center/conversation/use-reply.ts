import { randomId } from '../../core/random-id.ts'
import { useReplyMutation } from '../../graphql/hooks.ts'
import { useText } from '../../i18n/use-text.ts'
import { useStore } from '../state/context.ts'
import { useFailureText } from '../use-failure-text.ts'

/** Shows a reply before it is sent. A retry goes under the key of the first attempt. */
export function useReply(ticketId: string) {
  const text = useText()
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const [, reply] = useReplyMutation()

  async function send(body: string, key = randomId()): Promise<void> {
    dispatch({ type: 'outgoing', ticketId, reply: { key, body, status: 'sending' } })
    const { data, error } = await reply({ input: { ticketId, body, idempotencyKey: key } })
    const result = data?.reply
    if (result?.__typename === 'ReplyPayload') {
      dispatch({ type: 'settled', ticketId, key })
      dispatch({ type: 'message', ticketId, message: result.newMessage })
      dispatch({ type: 'ticket', ticket: result.ticket })
      return
    }
    const issue = result?.__typename === 'InvalidInput' ? result.issues[0]?.message : undefined
    const words = issue ?? failureText(error, text('message.failed'))
    dispatch({ type: 'outgoing', ticketId, reply: { key, body, status: 'failed', error: words } })
  }

  return {
    send: (body: string, key?: string) => void send(body, key),
    discard: (key: string) => dispatch({ type: 'settled', ticketId, key }),
  }
}
