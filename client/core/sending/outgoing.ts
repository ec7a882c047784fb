import type { MessageRow, Outgoing } from '../rows.ts'

export type OutgoingAction<Reply extends Outgoing> =
  | { type: 'outgoing'; ticketId: string; reply: Reply }
  | { type: 'outgoing-status'; ticketId: string; key: string; status: 'sending' | 'waiting' }
  | { type: 'refused'; ticketId: string; reply: Reply; error: string }
  | { type: 'settled'; ticketId: string; key: string }

type ByTicket<Reply> = Record<string, Reply[]>

/** Unsent replies by ticket, after one of them was added, changed its status or was removed. */
export function reduceOutgoing<Reply extends Outgoing>(
  all: ByTicket<Reply>,
  action: OutgoingAction<Reply>,
): ByTicket<Reply> {
  const replies = all[action.ticketId] ?? []
  return { ...all, [action.ticketId]: inTurn(changed(replies, action)) }
}

/** A reply is queued behind one that is waiting. */
function inTurn<Reply extends Outgoing>(replies: Reply[]): Reply[] {
  const first = replies.findIndex(({ status }) => status === 'waiting')
  return replies.map((reply, index) =>
    first >= 0 && index > first && reply.status === 'sending' ? { ...reply, status: 'waiting' } : reply,
  )
}

function changed<Reply extends Outgoing>(replies: Reply[], action: OutgoingAction<Reply>): Reply[] {
  switch (action.type) {
    case 'outgoing':
      return [...replies.filter(({ key }) => key !== action.reply.key), action.reply]
    case 'settled':
      return replies.filter(({ key }) => key !== action.key)
    case 'outgoing-status': {
      const { key, status } = action
      return replies.map((reply) => {
        if (reply.key !== key) return reply
        const { error: _before, ...rest } = reply
        return { ...rest, status } as Reply
      })
    }
    case 'refused': {
      const refused: Reply = { ...action.reply, status: 'failed', error: action.error }
      const isListed = replies.some(({ key }) => key === refused.key)
      // A message with the same text may have replaced it: see `withoutDelivered`.
      return isListed
        ? replies.map((reply) => (reply.key === refused.key ? refused : reply))
        : [...replies, refused]
    }
  }
}

/** My own message may arrive live before the mutation's response, or the response may be lost. */
export function withoutDelivered<Reply extends Outgoing>(
  all: ByTicket<Reply>,
  ticketId: string,
  message: MessageRow,
): ByTicket<Reply> {
  const replies = all[ticketId] ?? []
  const index = replies.findIndex(({ status, body }) => status !== 'failed' && body === message.body)
  return index < 0 ? all : { ...all, [ticketId]: replies.toSpliced(index, 1) }
}
