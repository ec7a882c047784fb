import { useState } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
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
    else setError(typeof outcome === 'object' ? outcome.issue : text(`signIn.${outcome}`))
  }

  return (
    <form
      class="tc-sign-in__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      <Field required label={text('signIn.email')} error={error}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            dir="ltr"
            autocomplete="email"
            autocapitalize="off"
            spellcheck={false}
            maxLength={254}
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
    </form>
  )
}
