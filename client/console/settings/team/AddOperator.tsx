import { useConsoleAddOperatorMutation } from '../../../graphql/hooks.ts'
import type { OperatorRole } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { Failure } from '../forms/Failure.tsx'
import { Form } from '../forms/Form.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEdits } from '../forms/use-edits.ts'
import { Block } from '../parts/Block.tsx'
import { useText } from '../use-text.ts'
import { roleOptions } from './role-options.ts'

const empty: { name: string; email: string; role: OperatorRole } = { name: '', email: '', role: 'AGENT' }

export function AddOperator() {
  const text = useText()
  const announce = useAnnounce()
  const { values, edit, clear } = useEdits(empty)
  const mutation = useConsoleAddOperatorMutation()
  const { change, busy, issues, failure } = useChange(mutation, ['name', 'email', 'role'])

  async function add(): Promise<void> {
    if (!(await change({ ...values, name: values.name.trim(), email: values.email.trim() }))) return
    announce(text('added.what', { name: values.name }))
    clear()
  }

  return (
    <Block title={text('team.add')} text={text('team.add.text')}>
      <Form class="tc-add-operator" busy={busy} issues={issues} submit={add}>
        <TextField
          required
          label={text('team.name')}
          error={issues.name}
          value={values.name}
          limit={100}
          onText={(name) => edit({ name })}
        />
        <TextField
          required
          label={text('team.email')}
          error={issues.email}
          value={values.email}
          limit={254}
          kind="email"
          onText={(email) => edit({ email })}
        />
        <SelectField
          label={text('team.role')}
          error={issues.role}
          value={values.role}
          options={roleOptions(text)}
          onValue={(role) => edit({ role })}
        />
        <Failure text={failure} />
        <div class="tc-form__actions">
          <Button type="submit" busy={busy}>
            {text('add')}
          </Button>
        </div>
      </Form>
    </Block>
  )
}
