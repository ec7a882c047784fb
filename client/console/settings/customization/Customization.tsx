import { useState } from 'preact/hooks'
import { useConsoleUpdateCustomizationMutation } from '../../../graphql/hooks.ts'
import type { ColorScheme } from '../../../graphql/operations.ts'
import { useDebounced } from '../../../ui/form/use-debounced.ts'
import { Choices } from '../../choices/Choices.tsx'
import { useSettings } from '../context.ts'
import { Form } from '../forms/Form.tsx'
import { SaveRow } from '../forms/SaveRow.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEdits } from '../forms/use-edits.ts'
import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { Dropped } from './Dropped.tsx'
import { HeadField } from './HeadField.tsx'
import { Preview } from './Preview.tsx'
import { Properties } from './Properties.tsx'

const schemes: ColorScheme[] = ['AUTO', 'LIGHT', 'DARK']

export function Customization() {
  const text = useText()
  const { website, settings } = useSettings()
  const { colorScheme } = website
  const { headHtml } = settings
  const { values, edit, clear } = useEdits({ headHtml, colorScheme })
  const previewed = useDebounced(values.headHtml, 250)
  const [dropped, setDropped] = useState<string[]>([])
  const { change, issues, ...state } = useChange(useConsoleUpdateCustomizationMutation(), [
    'headHtml',
    'colorScheme',
  ])

  async function save(): Promise<void> {
    const saved = await change(values)
    if (!saved) return
    setDropped(saved.dropped)
    clear()
  }

  return (
    <Page title={text('section.customization')} lead={text('customization.lead')}>
      <Form busy={state.busy} issues={issues} submit={save}>
        <HeadField
          value={values.headHtml}
          error={issues.headHtml}
          onText={(headHtml) => edit({ headHtml })}
        />
        <Choices
          legend={text('customization.scheme')}
          options={schemes.map((value) => ({
            value,
            label: text(`customization.scheme.${value}`),
            hint: text(`customization.scheme.${value}.hint`),
          }))}
          chosen={values.colorScheme}
          onChosen={(colorScheme) => edit({ colorScheme })}
        />
        <SaveRow {...state} />
        <Dropped lines={dropped} />
      </Form>
      <Preview headHtml={previewed} colorScheme={values.colorScheme} />
      <Properties />
    </Page>
  )
}
