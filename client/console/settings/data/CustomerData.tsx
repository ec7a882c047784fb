import { useState } from 'preact/hooks'
import { useConsoleExportCustomerMutation } from '../../../graphql/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { Failure } from '../forms/Failure.tsx'
import { Form } from '../forms/Form.tsx'
import { useChange } from '../forms/use-change.ts'
import { Block } from '../parts/Block.tsx'
import { EraseCustomer } from './EraseCustomer.tsx'
import { useDataText } from './use-text.ts'

/** What is stored about a person: as a file, or erased. */
export function CustomerData() {
  const text = useDataText()
  const announce = useAnnounce()
  const [email, setEmail] = useState('')
  const [erasing, setErasing] = useState(false)
  const [result, setResult] = useState<string>()
  const { change, busy, issues, failure } = useChange(useConsoleExportCustomerMutation(), ['email'])
  const given = email.trim()

  async function create(): Promise<void> {
    setResult(undefined)
    if (await change({ email: given })) announce(text('exports.requested'))
  }

  return (
    <Block title={text('person.title')} text={text('person.text')}>
      <Form busy={busy} issues={issues} submit={create}>
        <TextField
          required
          label={text('person.email')}
          error={issues.email}
          value={email}
          limit={254}
          kind="email"
          onText={setEmail}
        />
        <Failure text={failure} />
        <div class="tc-save">
          <Button type="submit" busy={busy}>
            {text('exports.export')}
          </Button>
          <Button variant="danger" disabled={!given} onClick={() => setErasing(true)}>
            {text('person.erase')}
          </Button>
          <p class="tc-save__note" role="status">
            {result}
          </p>
        </div>
      </Form>
      {erasing && <EraseCustomer email={given} onErased={setResult} close={() => setErasing(false)} />}
    </Block>
  )
}
