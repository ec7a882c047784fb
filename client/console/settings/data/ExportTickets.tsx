import { useState } from 'preact/hooks'
import { useConsoleCreateExportMutation } from '../../../graphql/hooks.ts'
import type { ExportFormat } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { TextInput } from '../../../ui/form/TextInput.tsx'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { Failure } from '../forms/Failure.tsx'
import { Form } from '../forms/Form.tsx'
import { useChange } from '../forms/use-change.ts'
import { Block } from '../parts/Block.tsx'
import { useDataText } from './use-text.ts'

const formats: ExportFormat[] = ['CSV', 'JSONL']

export function ExportTickets() {
  const text = useDataText()
  const announce = useAnnounce()
  const [format, setFormat] = useState<ExportFormat>('CSV')
  const [date, setDate] = useState('')
  const { change, busy, issues, failure } = useChange(useConsoleCreateExportMutation(), ['since'])

  async function create(): Promise<void> {
    // The day begins where the operator is.
    const since = date ? new Date(`${date}T00:00`).toISOString() : null
    if (await change({ format, since })) announce(text('exports.requested'))
  }

  return (
    <Block title={text('exports.tickets')} text={text('exports.tickets.text')}>
      <Form busy={busy} issues={issues} submit={create}>
        <SelectField
          label={text('exports.format')}
          value={format}
          options={formats.map((value) => ({ value, label: text(`exports.format.${value}`) }))}
          onValue={setFormat}
        />
        <Field label={text('exports.since')} hint={text('exports.since.hint')} error={issues.since}>
          {(control) => <TextInput {...control} type="date" value={date} onText={setDate} />}
        </Field>
        <Failure text={failure} />
        <div class="tc-form__actions">
          <Button type="submit" busy={busy}>
            {text('exports.export')}
          </Button>
        </div>
      </Form>
    </Block>
  )
}
