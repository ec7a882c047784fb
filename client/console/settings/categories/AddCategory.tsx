import { useState } from 'preact/hooks'
import { useConsoleCreateCategoryMutation } from '../../../graphql/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { Form } from '../forms/Form.tsx'
import { useChange } from '../forms/use-change.ts'
import { useText } from '../use-text.ts'

const maxCategories = 50

export function AddCategory({ count }: { count: number }) {
  const text = useText()
  const announce = useAnnounce()
  const [name, setName] = useState('')
  const { change, busy, issues, failure } = useChange(useConsoleCreateCategoryMutation(), ['name'])

  async function add(): Promise<void> {
    if (!(await change({ name: name.trim() }))) return
    announce(text('added.what', { name }))
    setName('')
  }

  if (count >= maxCategories)
    return <p class="tc-hint">{text('categories.full', { count: maxCategories })}</p>
  return (
    <Form class="tc-add" busy={busy} issues={issues} submit={add}>
      <TextField
        label={text('categories.add')}
        hint={text('categories.count', { count, limit: maxCategories })}
        error={issues.name ?? failure}
        value={name}
        limit={100}
        onText={setName}
      />
      <Button type="submit" busy={busy}>
        {text('add')}
      </Button>
    </Form>
  )
}
