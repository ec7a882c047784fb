import { websiteId } from '../../address/address.ts'
import { Block } from '../parts/Block.tsx'
import { Code } from '../parts/Code.tsx'
import { useText } from '../use-text.ts'
import { iframeTag } from './iframe-tag.ts'

export function Embed() {
  const text = useText()
  return (
    <Block title={text('embed.title')} text={text('embed.text')}>
      <Code label={text('embed.title')} code={iframeTag(location.origin, websiteId)} wrap />
    </Block>
  )
}
