import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { Layout } from '../layout/use-layout.ts'
import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'
import { BackButton } from './BackButton.tsx'
import { Composers } from './Composers.tsx'
import { ConversationHeader } from './ConversationHeader.tsx'
import { useEmailUpdates } from './email/use-email-updates.ts'
import { TypingLine } from './TypingLine.tsx'
import { Messages } from './thread/Messages.tsx'
import { useConversation } from './use-conversation.ts'
import { useReadMark } from './use-read-mark.ts'

interface Props {
  id: string
  layout: Layout
}

export function ConversationPane({ id, layout }: Props) {
  const text = useText()
  const { state } = useStore()
  const { conversation, missing, failed, again } = useConversation(id)
  useEmailUpdates(id, conversation)
  useReadMark(conversation)
  const covered = layout === 1 && state.screen.pane === 'details'

  if (conversation) {
    return (
      <main class="tc-conversation" inert={covered}>
        <ConversationHeader ticket={conversation.ticket} layout={layout} />
        <Messages conversation={conversation} />
        <TypingLine conversation={conversation} />
        <Composers conversation={conversation} />
      </main>
    )
  }
  const words = missing ? 'missing' : 'failed'
  return (
    <main class="tc-conversation">
      <header class="tc-pane-header">{layout === 1 && <BackButton />}</header>
      {missing || failed ? (
        <Notice
          kind="error"
          title={text(`conversation.${words}.title`)}
          text={text(`conversation.${words}.text`)}
        >
          {failed && <Button onClick={again}>{text('app.retry')}</Button>}
        </Notice>
      ) : (
        <Skeleton label={text('app.loading')} rows={4} />
      )}
    </main>
  )
}
