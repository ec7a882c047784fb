import { Files } from '../../../shell/messages/Files.tsx'
import { MessageText } from '../../../shell/messages/MessageText.tsx'
import { nameOf } from '../../../shell/name-of.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Time } from '../../../ui/Time.tsx'
import { Folded } from '../../../ui/text/Folded.tsx'
import { useStore } from '../../state/context.ts'
import { isViewer } from '../../state/reducer.ts'
import type { Message } from '../../state/state.ts'
import { useText } from '../../texts/use-text.ts'

/** The viewer's own messages are tinted and aligned to the end, others to the start, under a name. */
export function MessageGroup({ messages }: { messages: [Message, ...Message[]] }) {
  const text = useText()
  const { state } = useStore()
  const [{ author, createdAt, via }] = messages
  const team = author.__typename !== 'Customer'
  const mine = !team && isViewer(state, author.id)
  const name = mine ? text('conversation.you') : nameOf(author, text)
  return (
    <div class={classNames('tc-message-group', mine && 'tc-message-group--mine')}>
      {!mine && <Avatar name={name} team={team} />}
      <p class="tc-byline">
        <span class={mine ? 'tc-hidden' : 'tc-byline__name'} dir="auto">
          {name}
        </span>
        {team && <span class="tc-byline__team">{text('conversation.team')}</span>}
        <Time value={createdAt} as="clock" />
        {via === 'EMAIL' && <span class="tc-byline__via">{text('conversation.email')}</span>}
      </p>
      {messages.map((message) => (
        <article
          key={message.id}
          class={classNames(
            'tc-message',
            `tc-message--${team ? 'operator' : 'customer'}`,
            mine && 'tc-message--mine',
          )}
        >
          <MessageText html={message.bodyHtml} />
          <Files of={message.attachments} />
          {message.quotedText && (
            <Folded more={text('message.more')} less={text('message.less')} text={message.quotedText} />
          )}
        </article>
      ))}
    </div>
  )
}
