import { useState } from 'preact/hooks'
import { useConsoleAssignTicketMutation } from '../../graphql/hooks.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { useStore } from '../state/context.ts'
import type { Ticket } from '../state/state.ts'
import { useTeam } from '../team/context.ts'
import { useAssignees } from '../team/use-assignees.ts'
import { useFailureText } from '../use-failure-text.ts'
import { useText } from '../use-text.ts'

export function AssigneeField({ ticket }: { ticket: Ticket }) {
  const text = useText()
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const { operator, website } = useTeam()
  const [failure, setFailure] = useState<string>()
  const [, assign] = useConsoleAssignTicketMutation()
  const operators = useAssignees(text('details.assignee.me', { name: operator.name }))
  const held = ticket.assignee
  const former = held && !operators.some(({ value }) => value === held.id)

  async function change(operatorId: string): Promise<void> {
    const chosen = [operator, ...(website.operators ?? [])].find(({ id }) => id === operatorId)
    setFailure(undefined)
    dispatch({ type: 'ticket', ticket: { ...ticket, assignee: chosen ?? null } })
    const { data, error } = await assign({ input: { ticketId: ticket.id, operatorId: operatorId || null } })
    const result = data?.assignTicket
    const assigned = result?.__typename === 'AssignTicketPayload'
    dispatch({ type: 'ticket', ticket: assigned ? result.ticket : ticket })
    if (!assigned) setFailure(failureText(error, result))
  }

  return (
    <Field label={text('details.assignee')} error={failure}>
      {(control) => (
        <Select
          {...control}
          value={held?.id ?? ''}
          options={[
            { value: '', label: text('details.assignee.none') },
            ...operators,
            ...(former ? [{ value: held.id, label: held.name }] : []),
          ]}
          onValue={(operatorId) => void change(operatorId)}
        />
      )}
    </Field>
  )
}
