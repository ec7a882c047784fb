import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { TextInput } from '../../../ui/form/TextInput.tsx'
import { useText } from '../use-text.ts'
import { Form } from './Form.tsx'

interface Props {
  label: string
  value: string
  busy: boolean
  issues: Record<string, string>
  failure: string | undefined
  save: (value: string) => Promise<unknown>
  close: () => void
}

export function InlineEdit({ label, value, busy, issues, failure, save, close }: Props) {
  const text = useText()
  const [typed, setTyped] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])

  async function submit(): Promise<void> {
    if (typed.trim() === value || (await save(typed.trim()))) close()
  }

  return (
    <Form class="tc-inline-edit" busy={busy} issues={issues} submit={submit}>
      <Field label={label} error={issues.name ?? failure} value={typed} limit={100}>
        {(control) => (
          <TextInput
            {...control}
            inputRef={input}
            autocomplete="off"
            value={typed}
            onText={setTyped}
            onKeyDown={(event) => {
              if (event.key === 'Escape') close()
            }}
          />
        )}
      </Field>
      <Button type="submit" busy={busy}>
        {text('form.save')}
      </Button>
      <Button variant="quiet" onClick={close}>
        {text('form.cancel')}
      </Button>
    </Form>
  )
}
