import { useConsoleSetOfficeHoursMutation } from '../../../graphql/hooks.ts'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { useSettings } from '../context.ts'
import { Failure } from '../forms/Failure.tsx'
import { Form } from '../forms/Form.tsx'
import { SaveRow } from '../forms/SaveRow.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEdits } from '../forms/use-edits.ts'
import { Block } from '../parts/Block.tsx'
import { useText } from '../use-text.ts'
import { ClosedDates } from './ClosedDates.tsx'
import { DayHours } from './DayHours.tsx'
import { inputOf, timeZoneOptions, valuesOf, weekdays } from './values.ts'

/** When the team is available: weekly, except on some dates. */
export function OfficeHours() {
  const text = useText()
  const { values, edit, clear } = useEdits(valuesOf(useSettings().website.officeHours))
  const { timeZone, weekly, closedDates } = values
  const fields = ['timeZone', 'weekly', 'closedDates'] as const
  const { change, issues, ...state } = useChange(useConsoleSetOfficeHoursMutation(), [...fields])

  return (
    <Block title={text('hours.title')} text={text('hours.text')}>
      <Form
        busy={state.busy}
        issues={issues}
        submit={() => change(inputOf(values)).then((saved) => saved && clear())}
      >
        <SelectField
          label={text('hours.timeZone')}
          error={issues.timeZone}
          value={timeZone}
          options={timeZoneOptions(timeZone)}
          onValue={(timeZone) => edit({ timeZone })}
        />
        <div class="tc-rows">
          {weekdays.map((day) => (
            <DayHours key={day} day={day} weekly={weekly} change={(weekly) => edit({ weekly })} />
          ))}
        </div>
        <Failure text={issues.weekly} />
        <ClosedDates
          dates={closedDates}
          error={issues.closedDates}
          change={(closedDates) => edit({ closedDates })}
        />
        <SaveRow {...state} />
      </Form>
    </Block>
  )
}
