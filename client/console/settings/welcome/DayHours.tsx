import type { Weekday } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextInput } from '../../../ui/form/TextInput.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { useText } from '../use-text.ts'
import { dayName, type Opening } from './values.ts'

const usual = { opens: '09:00', closes: '17:00' }

interface Props {
  day: Weekday
  /** The hours of all days. */
  weekly: Opening[]
  change: (weekly: Opening[]) => void
}

/** The hours of a day of the week. */
export function DayHours({ day, weekly, change }: Props) {
  const text = useText()
  const inLocale = useLocale()
  const name = dayName(inLocale, day)
  const openings = weekly.filter((opening) => opening.day === day)
  const edit = (opening: Opening, part: Partial<Opening>) =>
    change(weekly.map((one) => (one === opening ? { ...opening, ...part } : one)))

  function add(): void {
    // Most days are like the one before.
    const { opens, closes } = (openings.length === 0 && weekly.at(-1)) || usual
    change([...weekly, { day, opens, closes }])
  }

  return (
    <fieldset class="tc-row tc-day-hours">
      <legend class="tc-hidden">{name}</legend>
      <p class="tc-row__name" aria-hidden="true">
        {name}
      </p>
      <div class="tc-day-hours__times">
        {openings.length === 0 && <p class="tc-hint">{text('hours.closed')}</p>}
        {openings.map((opening) => {
          const { opens, closes } = opening
          return (
            <div key={weekly.indexOf(opening)} class="tc-times">
              <TextInput
                type="time"
                required
                aria-label={text('hours.opens')}
                value={opens}
                onText={(opens) => edit(opening, { opens })}
              />
              <span aria-hidden="true">–</span>
              <TextInput
                type="time"
                required
                aria-label={text('hours.closes')}
                value={closes}
                onText={(closes) => edit(opening, { closes })}
              />
              <Button
                class="tc-button--icon"
                aria-label={text('remove.what', { name: `${opens}–${closes}` })}
                onClick={() => change(weekly.filter((one) => one !== opening))}
              >
                <Icon name="close" />
              </Button>
            </div>
          )
        })}
      </div>
      <Button variant="quiet" aria-label={text('hours.add.what', { day: name })} onClick={add}>
        {text('hours.add')}
      </Button>
    </fieldset>
  )
}
