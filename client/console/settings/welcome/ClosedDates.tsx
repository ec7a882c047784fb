import { Button } from '../../../ui/Button.tsx'
import { TextInput } from '../../../ui/form/TextInput.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Failure } from '../forms/Failure.tsx'
import { useText } from '../use-text.ts'

interface Props {
  /** `YYYY-MM-DD`; empty while one is chosen. */
  dates: string[]
  error: string | undefined
  change: (dates: string[]) => void
}

/** Dates on which nothing opens. */
export function ClosedDates({ dates, error, change }: Props) {
  const text = useText()
  return (
    <fieldset class="tc-closed-dates">
      <legend class="tc-label">{text('hours.dates')}</legend>
      <p class="tc-hint">{text('hours.dates.hint')}</p>
      {dates.map((date, at) => (
        <div key={at} class="tc-times">
          <TextInput
            type="date"
            aria-label={text('hours.date')}
            value={date}
            onText={(given) => change(dates.with(at, given))}
          />
          <Button
            class="tc-button--icon"
            aria-label={text('remove.what', { name: date })}
            onClick={() => change(dates.toSpliced(at, 1))}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      <Failure text={error} />
      <Button onClick={() => change([...dates, ''])}>
        <Icon name="plus" />
        {text('hours.dates.add')}
      </Button>
    </fieldset>
  )
}
