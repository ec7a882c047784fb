import { useState } from 'preact/hooks'
import { loadedTicket } from '../../core/conversations.ts'
import { useStore } from '../state/context.ts'
import { isViewer } from '../state/reducer.ts'
import { useText } from '../texts/use-text.ts'
import { Conversation } from './Conversation.tsx'
import { ConversationLayout } from './ConversationLayout.tsx'
import { Missing } from './Missing.tsx'
import { useConversation } from './use-conversation.ts'

export function ConversationPane({ id }: { id: string }) {
  const text = useText()
  const { state } = useStore()
  const [announcement, setAnnouncement] = useState('')
  const { conversation, failed, missing, again } = useConversation(id, ({ author, body }) => {
    if (isViewer(state, author.id)) return
    setAnnouncement(text('conversation.announce', { name: author.name, text: body.slice(0, 300) }))
  })

  if (missing) return <Missing />
  if (failed) return <Missing retry={again} />
  const { subject } = loadedTicket(state, id) ?? {}
  return (
    <>
      <ConversationLayout subject={subject} ticket={conversation?.ticket}>
        {conversation && <Conversation conversation={conversation} outgoing={state.outgoing[id] ?? []} />}
      </ConversationLayout>
      <p class="tc-hidden" aria-live="polite">
        {announcement}
      </p>
    </>
  )
}
