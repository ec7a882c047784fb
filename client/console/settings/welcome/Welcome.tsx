import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { Greeting } from './Greeting.tsx'
import { OfficeHours } from './OfficeHours.tsx'

export function Welcome() {
  const text = useText()
  return (
    <Page title={text('section.welcome')} lead={text('welcome.lead')}>
      <Greeting />
      <OfficeHours />
    </Page>
  )
}
