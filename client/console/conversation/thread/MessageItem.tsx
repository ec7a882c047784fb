import { Files } from '../../../shell/messages/Files.tsx'
import { MessageText } from '../../../shell/messages/MessageText.tsx'
import { nameOf } from '../../../shell/name-of.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Time } from '../../../ui/Time.tsx'
import { Folded } from '../../../ui/text/Folded.tsx'
import type { Message } from '../../state/state.ts'
import { useText } from '../../texts/use-text.ts'
import { EmailLines } from '../email/EmailLines.tsx'

interface Props {
  ticketId: string
  message: Message
}

export function MessageItem({ ticketId, message }: Props) {
  const text = useText()
  const { author, via, bodyHtml, createdAt, quotedText, attachments, emails } = message
  const team = author.__typename !== 'Customer'
  const name = nameOf(author, text)
  return (
    <article class={classNames('tc-message', team ? 'tc-message--operator' : 'tc-message--customer')}>
      <Avatar name={name} team={team} />
      <div class="tc-message__content">
        <p class="tc-message__head">
          <span class="tc-message__author" dir="auto">
            {name}
          </span>
          <Time value={createdAt} as="clock" />
          {(via === 'API' || via === 'EMAIL') && <span class="tc-message__via">{text(`via.${via}`)}</span>}
        </p>
        <div class="tc-message__body">
          <MessageText html={bodyHtml} />
          {quotedText && <Folded more={text('message.more')} less={text('message.less')} text={quotedText} />}
        </div>
        <Files of={attachments} />
        <EmailLines ticketId={ticketId} emails={emails ?? []} />
      </div>
    </article>
  )
}
