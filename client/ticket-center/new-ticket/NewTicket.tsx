import { BackButton } from '../BackButton.tsx'
import { Faqs } from '../help/Faqs.tsx'
import { PaneTitle } from '../PaneTitle.tsx'
import { useText } from '../use-text.ts'
import { NewTicketForm } from './NewTicketForm.tsx'

export function NewTicket() {
  const text = useText()
  return (
    <div class="tc-new-ticket">
      <header class="tc-pane-header">
        <BackButton />
        <PaneTitle>{text('new.title')}</PaneTitle>
      </header>
      <div class="tc-new-ticket__columns">
        <NewTicketForm />
        <Faqs />
      </div>
    </div>
  )
}
