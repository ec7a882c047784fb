import { useState } from 'preact/hooks'
import { useConsoleAddAllowedDomainMutation } from '../../../graphql/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { Form } from '../forms/Form.tsx'
import { useChange } from '../forms/use-change.ts'
import { useText } from '../use-text.ts'

export function AddDomain() {
  const text = useText()
  const announce = useAnnounce()
  const [domain, setDomain] = useState('')
  const { change, busy, issues, failure } = useChange(useConsoleAddAllowedDomainMutation(), ['domain'])

  async function add(): Promise<void> {
    const added = await change({ domain: domain.trim() })
    if (!added) return
    announce(text('added.what', { name: added.allowedDomain.domain }))
    setDomain('')
  }

  return (
    <Form class="tc-add" busy={busy} issues={issues} submit={add}>
      <TextField
        label={text('domains.add')}
        hint={text('domains.hint')}
        error={issues.domain ?? failure}
        value={domain}
        limit={253}
        kind="code"
        placeholder="app.acme.com"
        onText={setDomain}
      />
      <Button type="submit" busy={busy}>
        {text('add')}
      </Button>
    </Form>
  )
}
