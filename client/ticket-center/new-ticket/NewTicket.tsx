import { Late } from '../late/Late.tsx'
import { BackButton } from '../layout/BackButton.tsx'
import { PaneTitle } from '../layout/PaneTitle.tsx'
import { useText } from '../texts/use-text.ts'

export function NewTicket() {
  const text = useText()
  return (
    <div class="tc-new-ticket">
      <header class="tc-pane-header">
        <BackButton />
        <PaneTitle>{text('tickets.new')}</PaneTitle>
      </header>
      <Late part="form" rows={4}>
        {({ FormAndFaqs }) => <FormAndFaqs />}
      </Late>
    </div>
  )
}
