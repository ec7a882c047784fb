import { useConsoleUpdateEmailSettingsMutation } from '../../../graphql/hooks.ts'
import { useSettings } from '../context.ts'
import { Form } from '../forms/Form.tsx'
import { SaveRow } from '../forms/SaveRow.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEdits } from '../forms/use-edits.ts'
import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { Appearance } from './Appearance.tsx'
import { Links } from './Links.tsx'
import { Sending } from './Sending.tsx'
import { TestEmail } from './TestEmail.tsx'
import { changesOf, valuesOf } from './values.ts'

export function Email() {
  const text = useText()
  const saved = valuesOf(useSettings().settings.email)
  const { values, edit, clear } = useEdits(saved)
  const fields = ['fromName', 'delaySeconds', 'ticketUrl', 'consoleUrl', 'accentColor', 'logoUrl'] as const
  const { change, issues, ...state } = useChange(useConsoleUpdateEmailSettingsMutation(), [...fields])
  const part = { values, edit, issues }

  return (
    <Page title={text('section.email')} lead={text('email.lead')}>
      <Form
        busy={state.busy}
        issues={issues}
        submit={() => change(changesOf(saved, values)).then((done) => done && clear())}
      >
        <Sending {...part} />
        <Links {...part} />
        <Appearance {...part} />
        <SaveRow {...state} />
      </Form>
      <TestEmail />
    </Page>
  )
}
