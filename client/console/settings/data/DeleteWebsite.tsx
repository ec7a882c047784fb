import { useState } from 'preact/hooks'
import { Button } from '../../../ui/Button.tsx'
import { Block } from '../parts/Block.tsx'
import { ConfirmDeletion } from './ConfirmDeletion.tsx'
import { useDataText } from './use-text.ts'

export function DeleteWebsite() {
  const text = useDataText()
  const [asking, setAsking] = useState(false)
  return (
    <Block title={text('website.delete')} text={text('website.delete.text')}>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {text('website.delete')}
      </Button>
      {asking && <ConfirmDeletion close={() => setAsking(false)} />}
    </Block>
  )
}
