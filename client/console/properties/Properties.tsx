import type { TicketStatus } from '../../graphql/operations.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import type { Ticket } from '../state/state.ts'
import { useText } from '../use-text.ts'
import { AssigneeField } from './AssigneeField.tsx'
import { CategoryField } from './CategoryField.tsx'
import { useStatus } from './use-status.ts'

const statuses: TicketStatus[] = ['OPEN', 'PENDING', 'SOLVED']

export function Properties({ ticket }: { ticket: Ticket }) {
  const text = useText()
  const { setStatus, failure } = useStatus(ticket)
  return (
    <section class="tc-details__section tc-properties">
      <h3 class="tc-details__title">{text('details.ticket')}</h3>
      <Field label={text('details.status')} error={failure}>
        {(control) => (
          <Select
            {...control}
            value={ticket.status}
            options={statuses.map((status) => ({ value: status, label: text(`status.${status}`) }))}
            onValue={(status) => void setStatus(status as TicketStatus)}
          />
        )}
      </Field>
      <AssigneeField ticket={ticket} />
      <CategoryField ticket={ticket} />
    </section>
  )
}
