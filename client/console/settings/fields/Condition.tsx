import type { ConsoleFieldFragment } from '../../../graphql/operations.ts'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { useText } from '../use-text.ts'
import type { FieldValues } from './values.ts'

interface Props {
  values: FieldValues
  others: ConsoleFieldFragment[]
  issues: Record<string, string>
  edit: (part: Partial<FieldValues>) => void
}

/** With which values of another field this one is shown. */
export function Condition({ values: { shownIf, shownIfValues }, others, issues, edit }: Props) {
  const text = useText()
  if (others.length === 0) return null
  const decisive = others.find(({ name }) => name === shownIf)
  const choices = decisive?.choices ?? []
  return (
    <>
      <SelectField
        label={text('fields.shown')}
        error={issues.shownIf}
        value={shownIf}
        options={[
          { value: '', label: text('fields.shown.always') },
          ...others.map(({ name, label, type }) => ({
            value: name,
            label: text(type === 'CHECKBOX' ? 'fields.shown.ticked' : 'fields.shown.value', { label }),
          })),
        ]}
        onValue={(shownIf) => edit({ shownIf, shownIfValues: [] })}
      />
      {choices.length > 0 && (
        <fieldset class="tc-choices">
          <legend class="tc-label">{text('fields.shown.values')}</legend>
          {choices.map((choice) => (
            <label key={choice} class="tc-choice">
              <input
                type="checkbox"
                checked={shownIfValues.includes(choice)}
                onChange={({ currentTarget: { checked } }) => {
                  const rest = shownIfValues.filter((one) => one !== choice)
                  edit({ shownIfValues: checked ? [...rest, choice] : rest })
                }}
              />
              <span dir="auto">{choice}</span>
            </label>
          ))}
          <p class={issues.shownIfValues ? 'tc-error' : 'tc-hint'}>
            {issues.shownIfValues ?? text('fields.shown.values.hint')}
          </p>
        </fieldset>
      )}
    </>
  )
}
