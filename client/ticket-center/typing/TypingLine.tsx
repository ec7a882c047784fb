import { useEffect, useRef } from 'preact/hooks'
import { Typists } from '../../shell/typing/Typists.tsx'
import { useTypingNotice, useTypists } from '../../shell/typing/use-typing.ts'
import { addStyles } from '../../ui/add-styles.ts'
import type { Ticket } from '../state/state.ts'
import { useLateText } from '../texts/use-text.ts'
import css from './late.css?inline'

addStyles(css)

/** Shows who of the team is typing, and lets the team know that the viewer is: `reply` is what they have typed so far. */
export function TypingLine({ ticket, reply }: { ticket: Ticket; reply: string }) {
  const text = useLateText()
  const typists = useTypists(ticket.id, ticket.messageCount, true)
  const notice = useTypingNotice(true)
  const before = useRef(reply)

  useEffect(() => {
    if (reply && reply !== before.current) notice(ticket.id)
    before.current = reply
  }, [reply])

  return <Typists typists={typists} label={(values) => text('conversation.typing', values)} />
}
