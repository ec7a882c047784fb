import { useState } from 'preact/hooks'
import { maxEmail } from '../../core/limits.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { LimitedForm } from '../../ui/form/LimitedForm.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { useText } from '../texts/use-text.ts'
import { useRequestLink } from './use-request-link.ts'

/** Emails a sign-in link to an operator. */
export function SignInForm({ onSent }: { onSent: (email: string) => void }) {
  const text = useText()
  const [email, setEmail] = useState('')
  const { request, busy } = useRequestLink()
  const [error, setError] = useState<string>()

  async function submit(): Promise<void> {
    const outcome = await request(email.trim())
    if (outcome === 'sent') onSent(email.trim())
    else setError(text(`signIn.${outcome}`))
  }

  return (
    <LimitedForm class="tc-sign-in__form" send={() => !busy && submit()}>
      <Field required label={text('signIn.email')} error={error} value={email} limit={maxEmail}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            dir="ltr"
            autocomplete="email"
            autocapitalize="off"
            spellcheck={false}
            value={email}
            onText={(typed) => {
              setEmail(typed)
              setError(undefined)
            }}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        {text('signIn.send')}
      </Button>
    </LimitedForm>
  )
}
