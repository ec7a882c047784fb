import { useConsoleUpdateWebsiteMutation } from '../../../graphql/hooks.ts'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { useSettings } from '../context.ts'
import { Form } from '../forms/Form.tsx'
import { SaveRow } from '../forms/SaveRow.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEdits } from '../forms/use-edits.ts'
import { Block } from '../parts/Block.tsx'
import { retentionOf, retentionOptions, retentionValue } from './retention-options.ts'
import { useDataText } from './use-text.ts'

/** What happens to tickets that were solved long ago. */
export function Retention() {
  const text = useDataText()
  const { retentionMonths, retentionAction } = useSettings().settings
  const saved = { retentionMonths: retentionMonths ?? 0, retentionAction }
  const { values, edit, clear } = useEdits(saved)
  const { change, issues, ...state } = useChange(useConsoleUpdateWebsiteMutation(), ['retentionMonths'])

  return (
    <Block title={text('retention.title')} text={text('retention.text')}>
      <Form
        busy={state.busy}
        issues={issues}
        submit={() => change(values).then((changed) => changed && clear())}
      >
        <SelectField
          label={text('retention.label')}
          error={issues.retentionMonths}
          value={retentionValue(values)}
          options={retentionOptions(text, saved)}
          onValue={(rule) => edit(retentionOf(rule))}
        />
        <SaveRow {...state} />
      </Form>
    </Block>
  )
}
