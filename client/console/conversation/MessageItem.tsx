import { Avatar } from '../../ui/Avatar.tsx'
import { classNames } from '../../ui/class-names.ts'
import { RichText } from '../../ui/RichText.tsx'
import { Time } from '../../ui/Time.tsx'
import type { Message } from '../state/state.ts'
import { useText } from '../use-text.ts'

export function MessageItem({ message }: { message: Message }) {
  const text = useText()
  const { author, via, bodyHtml, createdAt } = message
  const team = author.__typename !== 'Customer'
  return (
    <article class={classNames('tc-message', team ? 'tc-message--operator' : 'tc-message--customer')}>
      <Avatar name={author.name} team={team} />
      <div class="tc-message__content">
        <p class="tc-message__head">
          <span class="tc-message__author" dir="auto">
            {author.name}
          </span>
          <Time value={createdAt} as="clock" />
          {(via === 'API' || via === 'EMAIL') && <span class="tc-message__via">{text(`via.${via}`)}</span>}
        </p>
        <div class="tc-message__body">
          <RichText html={bodyHtml} />
        </div>
      </div>
    </article>
  )
}
