import type { EventType } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { Failure } from '../forms/Failure.tsx'
import { Form } from '../forms/Form.tsx'
import { FormActions } from '../forms/FormActions.tsx'
import { Switch } from '../forms/Switch.tsx'
import { useEdits } from '../forms/use-edits.ts'
import { useText } from '../use-text.ts'
import { EventChoice } from './EventChoice.tsx'

export interface Values {
  url: string
  events: EventType[]
  description: string
}

interface Props {
  saved: Values
  /** Undefined for a new one. */
  enabled?: boolean
  busy: boolean
  issues: Record<string, string>
  failure: string | undefined
  save: (values: Values & { enabled?: boolean }) => Promise<unknown>
  /** Undefined for a form that stays open. */
  close?: () => void
}

export function WebhookForm({ saved, enabled, busy, issues, failure, save, close }: Props) {
  const text = useText()
  const { values, edit, clear } = useEdits({ ...saved, enabled })

  async function submit(): Promise<void> {
    if (!(await save({ ...values, url: values.url.trim() }))) return
    clear()
    close?.()
  }

  return (
    <Form busy={busy} issues={issues} submit={submit}>
      <TextField
        required
        label={text('webhooks.url')}
        hint={text('webhooks.url.hint')}
        error={issues.url}
        value={values.url}
        limit={2_000}
        kind="url"
        placeholder="https://example.com/webhooks"
        onText={(url) => edit({ url })}
      />
      <TextField
        label={text('webhooks.description')}
        error={issues.description}
        value={values.description}
        limit={200}
        onText={(description) => edit({ description })}
      />
      <EventChoice chosen={values.events} error={issues.events} onChosen={(events) => edit({ events })} />
      {values.enabled !== undefined && (
        <Switch
          label={text('webhooks.enabled')}
          hint={text('webhooks.enabled.hint')}
          checked={values.enabled}
          onChecked={(enabled) => edit({ enabled })}
        />
      )}
      {close ? (
        <FormActions failure={failure} busy={busy} close={close} />
      ) : (
        <>
          <Failure text={failure} />
          <div class="tc-form__actions">
            <Button type="submit" busy={busy}>
              {text('webhooks.add')}
            </Button>
          </div>
        </>
      )}
    </Form>
  )
}
