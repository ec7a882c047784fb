import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { OfficeHours } from './OfficeHours.tsx'

export function Welcome() {
  const text = useText()
  return (
    <Page title={text('section.welcome')} lead={text('welcome.lead')}>
      <OfficeHours />
    </Page>
  )
}
