import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { TextArea } from '../../../ui/form/TextArea.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { Failure } from '../forms/Failure.tsx'
import { Form } from '../forms/Form.tsx'
import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { CheckResult } from './CheckResult.tsx'
import { useCheck } from './use-check.ts'

export function IntegrationCheck() {
  const text = useText()
  const { values, edit, check, issues, failure, busy, result } = useCheck()
  return (
    <Page title={text('section.check')} lead={text('check.lead')}>
      <Form busy={busy} issues={issues} submit={check}>
        <Field
          required
          label={text('check.url')}
          hint={text('check.url.hint')}
          error={issues.url}
          value={values.url}
          limit={8_000}
        >
          {(control) => (
            <TextArea
              {...control}
              class="tc-textarea tc-textarea--code"
              dir="ltr"
              rows={4}
              spellcheck={false}
              value={values.url}
              onText={(url) => edit({ url })}
              submitKey
            />
          )}
        </Field>
        <TextField
          required
          label={text('check.referrer')}
          hint={text('check.referrer.hint')}
          error={issues.referrer}
          value={values.referrer}
          limit={1_000}
          kind="code"
          placeholder="https://app.acme.com/support"
          onText={(referrer) => edit({ referrer })}
        />
        <div class="tc-form__actions">
          <Button type="submit" variant="primary" busy={busy}>
            {text('check.run')}
          </Button>
        </div>
        <Failure text={failure} />
      </Form>
      {result && <CheckResult result={result} />}
    </Page>
  )
}
