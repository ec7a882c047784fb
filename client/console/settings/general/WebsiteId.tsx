import { websiteId } from '../../address/address.ts'
import { Block } from '../parts/Block.tsx'
import { Code } from '../parts/Code.tsx'
import { useText } from '../use-text.ts'

export function WebsiteId() {
  const text = useText()
  return (
    <Block title={text('general.id')} text={text('general.id.text')}>
      <Code label={text('general.id')} code={websiteId} wrap />
    </Block>
  )
}
