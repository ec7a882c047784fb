import type { ConsoleHistoryLineFragment } from '../../graphql/operations.ts'
import { Files } from '../../shell/messages/Files.tsx'
import { MessageText } from '../../shell/messages/MessageText.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Time } from '../../ui/Time.tsx'
import { useText } from '../texts/use-text.ts'

type Added = Extract<ConsoleHistoryLineFragment, { __typename: 'NoteAdded' }>

/** A note among the messages. */
export function NoteItem({ line: { actor, createdAt, note } }: { line: Added }) {
  const text = useText()
  const name = actor?.name ?? text('history.someone')
  return (
    <article class="tc-message tc-note">
      <Avatar name={name} team />
      <div class="tc-message__content">
        <p class="tc-message__head">
          <span class="tc-message__author" dir="auto">
            {name}
          </span>
          <Time value={createdAt} as="clock" />
          <span class="tc-note__label">{text('note.label')}</span>
        </p>
        <div class="tc-message__body">
          <MessageText html={note.bodyHtml} />
        </div>
        <Files of={note.attachments} />
      </div>
    </article>
  )
}
