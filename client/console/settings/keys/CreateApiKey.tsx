import { useConsoleCreateApiKeyMutation } from '../../../graphql/hooks.ts'
import type { ApiScope } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { Failure } from '../forms/Failure.tsx'
import { Form } from '../forms/Form.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEdits } from '../forms/use-edits.ts'
import { Block } from '../parts/Block.tsx'
import { useText } from '../use-text.ts'
import { NewKey } from './NewKey.tsx'
import { ScopeChoice } from './ScopeChoice.tsx'
import { useNewKeys } from './use-new-keys.ts'

const empty: { name: string; scopes: ApiScope[] } = { name: '', scopes: ['TICKETS_READ'] }

export function CreateApiKey() {
  const text = useText()
  const { values, edit, clear } = useEdits(empty)
  const mutation = useConsoleCreateApiKeyMutation()
  const { change, busy, issues, failure } = useChange(mutation, ['name', 'scopes'])
  const { keys, add, remove } = useNewKeys('keys')

  async function create(): Promise<void> {
    const created = await change({ ...values, name: values.name.trim() })
    if (!created) return
    add({ id: created.apiKey.id, name: values.name, value: created.text })
    clear()
  }

  return (
    <Block title={text('keys.create')}>
      {keys.map((key) => (
        <NewKey key={key.id} {...key} close={() => remove(key)} />
      ))}
      <Form busy={busy} issues={issues} submit={create}>
        <TextField
          required
          label={text('keys.name')}
          hint={text('keys.name.hint')}
          error={issues.name}
          value={values.name}
          limit={100}
          onText={(name) => edit({ name })}
        />
        <ScopeChoice chosen={values.scopes} error={issues.scopes} onChosen={(scopes) => edit({ scopes })} />
        <Failure text={failure} />
        <div class="tc-form__actions">
          <Button type="submit" busy={busy}>
            {text('keys.create')}
          </Button>
        </div>
      </Form>
    </Block>
  )
}
