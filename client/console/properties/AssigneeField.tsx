import { useConsoleAssignTicketMutation } from '../../graphql/hooks.ts'
import { SelectField } from '../../ui/form/SelectField.tsx'
import type { Ticket } from '../state/state.ts'
import { useTeam } from '../team/context.ts'
import { useAssignees } from '../team/use-assignees.ts'
import { useText } from '../texts/use-text.ts'
import { useProperty } from './use-property.ts'

export function AssigneeField({ ticket }: { ticket: Ticket }) {
  const text = useText()
  const { operator, website } = useTeam()
  const { change, failure } = useProperty(ticket, 'assignee')
  const [, assign] = useConsoleAssignTicketMutation()
  const operators = useAssignees(text('details.assignee.me', { name: operator.name }))
  const { assignee } = ticket
  const former = assignee && !operators.some(({ value }) => value === assignee.id)

  function assignTo(operatorId: string): void {
    const chosen = [operator, ...(website.operators ?? [])].find(({ id }) => id === operatorId)
    const input = { ticketId: ticket.id, operatorId: operatorId || null }
    void change({ assignee: chosen ?? null }, assign({ input }))
  }

  return (
    <SelectField
      label={text('details.assignee')}
      error={failure}
      value={assignee?.id ?? ''}
      options={[
        { value: '', label: text('details.assignee.none') },
        ...operators,
        ...(former ? [{ value: assignee.id, label: assignee.name }] : []),
      ]}
      onValue={assignTo}
    />
  )
}
