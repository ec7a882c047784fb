import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { Domains } from './Domains.tsx'
import { Embed } from './Embed.tsx'
import { Examples } from './Examples.tsx'
import { Secrets } from './Secrets.tsx'

export function Security() {
  const text = useText()
  return (
    <Page title={text('section.security')} lead={text('security.lead')}>
      <Domains />
      <Embed />
      <Examples />
      <Secrets kind="CUSTOMER" />
      <Secrets kind="OPERATOR" />
    </Page>
  )
}
