import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { LimitedForm } from '../../ui/form/LimitedForm.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useText } from '../texts/use-text.ts'

interface Props {
  /** Returns what is wrong with the address. */
  add: (email: string) => Promise<string | undefined>
  close: () => void
}

export function AddParticipant({ add, close }: Props) {
  const text = useText()
  const [email, setEmail] = useState('')
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])

  async function submit(): Promise<void> {
    const address = email.trim()
    const fits = /^\S+@\S+\.\S+$/.test(address)
    setFailure(fits ? undefined : text('participants.invalid'))
    if (!fits || busy) return input.current?.focus()
    setBusy(true)
    const refusal = await add(address)
    setBusy(false)
    setFailure(refusal)
    if (refusal) input.current?.focus()
    else close()
  }

  return (
    <LimitedForm
      class="tc-add-participant"
      send={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <TextField
        label={text('participants.email')}
        hint={text('participants.text')}
        error={failure}
        value={email}
        limit={254}
        kind="email"
        inputRef={input}
        onText={setEmail}
      />
      <div class="tc-add-participant__actions">
        <Button type="submit" busy={busy}>
          {text('participants.save')}
        </Button>
        <Button variant="quiet" onClick={close}>
          {text('participants.cancel')}
        </Button>
      </div>
    </LimitedForm>
  )
}
