import { hasCode } from '../../core/connection/error-codes.ts'
import { randomId } from '../../core/random-id.ts'
import { useConsoleReplyMutation, useConsoleSetTicketStatusMutation } from '../../graphql/hooks.ts'
import { useStore } from '../state/context.ts'
import type { Outgoing } from '../state/state.ts'
import { useTeam } from '../team/context.ts'
import { useAnnounce } from '../use-announce.ts'
import { useText } from '../use-text.ts'

export function useReplies(ticketId: string) {
  const text = useText()
  const announce = useAnnounce()
  const { operator } = useTeam()
  const { dispatch } = useStore()
  const [, sendReply] = useConsoleReplyMutation()
  const [, setStatus] = useConsoleSetTicketStatusMutation()

  async function solve(): Promise<void> {
    const { data } = await setStatus({ input: { ticketId, status: 'SOLVED' } })
    const result = data?.setTicketStatus
    const solved = result?.__typename === 'SetTicketStatusPayload'
    if (solved) dispatch({ type: 'ticket', ticket: result.ticket })
    announce(text(solved ? 'message.sent.solved' : 'message.unsolved'))
  }

  async function deliver(reply: Outgoing): Promise<void> {
    dispatch({ type: 'outgoing', ticketId, reply: { ...reply, status: 'sending' } })
    const { key, body } = reply
    const { data, error } = await sendReply({ input: { ticketId, body, idempotencyKey: key } })
    const result = data?.reply
    if (result?.__typename === 'ReplyPayload') {
      dispatch({ type: 'settled', ticketId, key })
      dispatch({ type: 'message', ticketId, message: result.newMessage, operatorId: operator.id })
      dispatch({ type: 'ticket', ticket: result.ticket })
      if (reply.solve) await solve()
      else announce(text('message.sent'))
      return
    }
    const issue = result?.__typename === 'InvalidInput' ? result.issues[0]?.message : undefined
    const tooMany = hasCode(error?.graphQLErrors, 'RATE_LIMITED') ? text('limits.slower') : undefined
    const words = issue ?? tooMany
    dispatch({
      type: 'outgoing',
      ticketId,
      reply: { ...reply, status: 'failed', ...(words && { error: words }) },
    })
    announce(text('message.failed'))
  }

  return {
    send: (body: string, solving: boolean) =>
      void deliver({ key: randomId(), body, solve: solving, status: 'sending' }),
    retry: (reply: Outgoing) => void deliver(reply),
    discard: ({ key }: Outgoing) => dispatch({ type: 'settled', ticketId, key }),
  }
}
