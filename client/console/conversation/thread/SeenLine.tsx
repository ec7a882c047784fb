import { Seen } from '../../../shell/messages/Seen.tsx'
import type { Conversation } from '../../state/state.ts'

/** Below the team's newest message, if nobody has replied: whether the customer has read it. */
export function SeenLine({ conversation: { ticket, messages } }: { conversation: Conversation }) {
  const last = messages.at(-1)
  const { customerReadPosition: position, customerReadAt } = ticket
  if (!last || last.author.__typename === 'Customer' || (position ?? 0) < last.position) return null
  return <Seen at={customerReadAt ?? null} />
}
