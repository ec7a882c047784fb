import { useId } from 'preact/hooks'

interface Props<Value extends string> {
  legend: string
  options: { value: Value; label: string; hint: string }[]
  chosen: Value
  onChosen: (value: Value) => void
}

/** Radio buttons, each with an explanation. */
export function Choices<Value extends string>({ legend, options, chosen, onChosen }: Props<Value>) {
  const id = useId()
  return (
    <fieldset class="tc-choices">
      <legend class="tc-label">{legend}</legend>
      {options.map(({ value, label, hint }) => (
        <label key={value} class="tc-choice">
          <input
            type="radio"
            name={id}
            value={value}
            checked={value === chosen}
            onChange={() => onChosen(value)}
          />
          <span>
            {label}
            <span class="tc-hint">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
