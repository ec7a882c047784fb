import { useState } from 'preact/hooks'
import { Tabs } from '../../ui/tabs/Tabs.tsx'
import { NoteComposer } from '../notes/NoteComposer.tsx'
import type { Conversation } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'
import { Composer } from './Composer.tsx'

const kinds = ['reply', 'note'] as const

/** For a reply to everybody, or a note to the team. */
export function Composers({ conversation }: { conversation: Conversation }) {
  const text = useText()
  const [kind, setKind] = useState<(typeof kinds)[number]>('reply')
  return (
    <div class="tc-composers">
      <Tabs
        label={text('composer.kinds')}
        tabs={kinds}
        labelOf={(one) => text(`composer.kind.${one}`)}
        current={kind}
        onTab={setKind}
      >
        {kind === 'reply' ? (
          <Composer conversation={conversation} />
        ) : (
          <NoteComposer ticketId={conversation.ticket.id} />
        )}
      </Tabs>
    </div>
  )
}
