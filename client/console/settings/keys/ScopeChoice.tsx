import { useId } from 'preact/hooks'
import type { ApiScope } from '../../../graphql/operations.ts'
import { useText } from '../use-text.ts'

interface Props {
  chosen: ApiScope[]
  error: string | undefined
  onChosen: (scopes: ApiScope[]) => void
}

const scopes: ApiScope[] = [
  'TICKETS_READ',
  'TICKETS_WRITE',
  'SETTINGS_READ',
  'SETTINGS_WRITE',
  'WEBHOOKS_WRITE',
  'EXPORT',
  'ERASE',
  'IMPORT',
]

export function ScopeChoice({ chosen, error, onChosen }: Props) {
  const text = useText()
  const id = useId()
  return (
    <fieldset class="tc-choices" aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="tc-label">{text('keys.scopes')}</legend>
      {scopes.map((scope) => (
        <label key={scope} class="tc-choice">
          <input
            type="checkbox"
            aria-invalid={error ? true : undefined}
            checked={chosen.includes(scope)}
            onChange={(event) => {
              const others = chosen.filter((one) => one !== scope)
              onChosen(event.currentTarget.checked ? [...others, scope] : others)
            }}
          />
          <span>
            {text(`scope.${scope}`)}
            <span class="tc-hint">{text(`scope.${scope}.hint`)}</span>
          </span>
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} class="tc-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
