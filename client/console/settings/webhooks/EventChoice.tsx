import { useId } from 'preact/hooks'
import type { EventType } from '../../../graphql/operations.ts'
import { useText } from '../use-text.ts'
import { eventTypes, typeName } from './event-types.ts'

interface Props {
  chosen: EventType[]
  error: string | undefined
  onChosen: (types: EventType[]) => void
}

export function EventChoice({ chosen, error, onChosen }: Props) {
  const text = useText()
  const id = useId()
  return (
    <fieldset class="tc-choices" aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}>
      <legend class="tc-label">{text('webhooks.events')}</legend>
      <p id={`${id}-hint`} class="tc-hint">
        {text('webhooks.events.hint')}
      </p>
      <div class="tc-event-types">
        {eventTypes.map((type) => (
          <label key={type} class="tc-choice">
            <input
              type="checkbox"
              aria-invalid={error ? true : undefined}
              checked={chosen.includes(type)}
              onChange={(event) => {
                const others = chosen.filter((one) => one !== type)
                onChosen(event.currentTarget.checked ? [...others, type] : others)
              }}
            />
            <code dir="ltr">{typeName(type)}</code>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} class="tc-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
