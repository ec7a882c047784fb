import type { ComponentChildren } from 'preact'
import type { TicketPeopleFragment } from '../../graphql/operations.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { BackButton } from '../layout/BackButton.tsx'
import { PaneTitle } from '../layout/PaneTitle.tsx'
import type { Ticket } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'
import { ConversationFacts } from './ConversationFacts.tsx'

interface Props {
  /** Known from the list while the conversation loads. */
  subject: string | undefined
  ticket?: (Ticket & TicketPeopleFragment) | undefined
  /** Nothing while it loads. */
  children?: ComponentChildren
}

/** The header stays when the conversation has loaded, and the focus in it. */
export function ConversationLayout({ subject, ticket, children }: Props) {
  const text = useText()
  return (
    <div class="tc-conversation">
      <header class="tc-pane-header tc-conversation__header">
        <BackButton />
        {subject && <PaneTitle>{subject}</PaneTitle>}
        {ticket && <ConversationFacts ticket={ticket} />}
      </header>
      {children ?? (
        <div class="tc-thread">
          <Skeleton label={text('app.loading')} rows={4} />
        </div>
      )}
    </div>
  )
}
