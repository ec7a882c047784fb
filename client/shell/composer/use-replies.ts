import type { CombinedError } from '@urql/core'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { createConnection } from '../../core/connection/connection.ts'
import type { Outgoing } from '../../core/rows.ts'
import { createOutbox } from '../../core/sending/outbox.ts'
import type { OutgoingAction } from '../../core/sending/outgoing.ts'
import { type Answer, type Payload, replyOutcome } from '../../core/sending/reply-outcome.ts'
import type { ReplyInput } from '../../graphql/operations.ts'
import { useFailureText } from '../use-failure-text.ts'

export const OutboxContext = createContext(createOutbox(createConnection()))

interface Options<Reply extends Outgoing, Result> {
  ticketId: string
  dispatch: (action: OutgoingAction<Reply>) => void
  /** The app's own mutation. */
  mutate: (variables: {
    input: ReplyInput
  }) => Promise<{ data?: { reply: Result } | undefined; error?: CombinedError | undefined }>
  onStored: (payload: Payload<Result>, reply: Reply) => void
  onFailed?: (outcome: 'waiting' | 'failed') => void
  /** Why the server refused a reply, in the reader's language; empty for no more than that it did. */
  refusalText: (answer: Answer) => string
}

/** Shows replies at once and sends them until the server has answered. */
export function useReplies<Reply extends Outgoing, Result extends Answer | null>({
  ticketId,
  dispatch,
  mutate,
  onStored,
  onFailed,
  refusalText,
}: Options<Reply, Result>) {
  const outbox = useContext(OutboxContext)
  const failureText = useFailureText()

  async function attempt(reply: Reply): Promise<boolean> {
    const { key, body, attachmentIds } = reply
    const show = (status: 'sending' | 'waiting') =>
      dispatch({ type: 'outgoing-status', ticketId, key, status })
    show('sending')
    const { data, error } = await mutate({ input: { ticketId, body, attachmentIds, idempotencyKey: key } })
    const outcome = replyOutcome(data?.reply, error)
    if (outcome.kind === 'stored') {
      dispatch({ type: 'settled', ticketId, key })
      onStored(outcome.payload, reply)
    } else if (outbox.holds(ticketId, key)) {
      if (outcome.kind === 'waiting') show('waiting')
      else {
        const { answer } = outcome
        const reason = answer ? refusalText(answer) : failureText(error, '')
        dispatch({ type: 'refused', ticketId, reply, error: reason })
      }
      onFailed?.(outcome.kind)
    }
    return outcome.kind !== 'waiting'
  }

  function send(reply: Reply): void {
    dispatch({ type: 'outgoing', ticketId, reply })
    outbox.send(ticketId, reply.key, () => attempt(reply))
  }

  return {
    send,
    retry(reply: Reply): void {
      const { error: _refusal, ...again } = reply
      if (reply.status === 'waiting') outbox.retry(ticketId)
      else send({ ...again, status: 'sending' } as Reply)
    },
    discard({ key }: Reply): void {
      outbox.discard(ticketId, key)
      dispatch({ type: 'settled', ticketId, key })
    },
  }
}
