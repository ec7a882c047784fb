import { useRef, useState } from 'preact/hooks'
import type { ConsoleParticipantFragment } from '../../graphql/operations.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useText } from '../texts/use-text.ts'
import { AddParticipant } from './AddParticipant.tsx'
import { Email } from './Email.tsx'
import { useParticipants } from './use-participants.ts'

interface Props {
  ticketId: string
  participants: ConsoleParticipantFragment[]
}

export function Participants({ ticketId, participants }: Props) {
  const text = useText()
  const { add, remove, failure } = useParticipants(ticketId)
  const [adding, setAdding] = useState(false)
  const section = useRef<HTMLElement>(null)

  // The focused element has been removed.
  function keepFocus(): void {
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>('.tc-participants__add')?.focus())
  }

  function close(): void {
    setAdding(false)
    keepFocus()
  }

  return (
    <section ref={section} class="tc-details__section" aria-labelledby="tc-participants-title">
      <h3 id="tc-participants-title" class="tc-details__title">
        {text('participants.title')}
      </h3>
      <ul class="tc-participants">
        {participants.map(({ email }) => (
          <li key={email} class="tc-participant">
            <span class="tc-participant__email">
              <Email address={email} />
            </span>
            <button
              type="button"
              class="tc-chip__remove"
              aria-label={text('participants.remove', { email })}
              onClick={() => void remove(email).then(keepFocus)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {failure && (
        <p class="tc-error tc-participants__failure" role="alert">
          {failure}
        </p>
      )}
      {adding ? (
        <AddParticipant add={add} close={close} />
      ) : (
        <button type="button" class="tc-link tc-participants__add" onClick={() => setAdding(true)}>
          {text('participants.add')}
        </button>
      )}
    </section>
  )
}
