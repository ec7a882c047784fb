import { Typists } from '../../shell/typing/Typists.tsx'
import { useTypists } from '../../shell/typing/use-typing.ts'
import type { Conversation } from '../state/state.ts'
import { useTeam } from '../team/context.ts'
import { useText } from '../texts/use-text.ts'

export function TypingLine({ conversation: { ticket, messages } }: { conversation: Conversation }) {
  const text = useText()
  const { typingEnabled } = useTeam().website
  const typists = useTypists(ticket.id, messages.at(-1)?.position, typingEnabled)
  return <Typists typists={typists} label={(values) => text('conversation.typing', values)} />
}
