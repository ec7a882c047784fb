import type { TicketStatus } from '../../graphql/operations.ts'
import { SelectField } from '../../ui/form/SelectField.tsx'
import type { Ticket } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'
import { AssigneeField } from './AssigneeField.tsx'
import { CategoryField } from './CategoryField.tsx'
import { Rating } from './Rating.tsx'
import { useStatus } from './use-status.ts'

const statuses: TicketStatus[] = ['OPEN', 'PENDING', 'SOLVED']

export function Properties({ ticket }: { ticket: Ticket }) {
  const text = useText()
  const { setStatus, failure } = useStatus(ticket)
  return (
    <section class="tc-details__section tc-properties">
      <h3 class="tc-details__title">{text('details.ticket')}</h3>
      <SelectField
        label={text('details.status')}
        error={failure}
        value={ticket.status}
        options={statuses.map((status) => ({ value: status, label: text(`status.${status}`) }))}
        onValue={(status) => void setStatus(status)}
      />
      <AssigneeField ticket={ticket} />
      <CategoryField ticket={ticket} />
      <Rating ticketId={ticket.id} />
    </section>
  )
}
