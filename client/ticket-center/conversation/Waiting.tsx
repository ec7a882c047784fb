import { Skeleton } from '../../ui/Skeleton.tsx'
import { BackButton } from '../layout/BackButton.tsx'
import { PaneTitle } from '../layout/PaneTitle.tsx'
import { useText } from '../texts/use-text.ts'

/** Shown while a conversation loads; its subject is often known from the list. */
export function Waiting({ subject }: { subject?: string | undefined }) {
  const text = useText()
  return (
    <div class="tc-conversation">
      <header class="tc-pane-header">
        <BackButton />
        {subject && <PaneTitle>{subject}</PaneTitle>}
      </header>
      <div class="tc-thread">
        <Skeleton label={text('app.loading')} rows={4} />
      </div>
    </div>
  )
}
