import { useState } from 'preact/hooks'
import { useConsoleSetTicketCategoryMutation } from '../../graphql/hooks.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { useStore } from '../state/context.ts'
import type { Ticket } from '../state/state.ts'
import { useTeam } from '../team/context.ts'
import { useFailureText } from '../use-failure-text.ts'
import { useText } from '../use-text.ts'

export function CategoryField({ ticket }: { ticket: Ticket }) {
  const text = useText()
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const { categories } = useTeam().website
  const [failure, setFailure] = useState<string>()
  const [, move] = useConsoleSetTicketCategoryMutation()
  // The name of a deleted category stays on its tickets.
  const none = ticket.category ? null : ticket.categoryName
  if (categories.length === 0 && !none) return null

  async function change(categoryId: string): Promise<void> {
    const chosen = categories.find(({ id }) => id === categoryId)
    setFailure(undefined)
    dispatch({
      type: 'ticket',
      ticket: { ...ticket, category: chosen ? { id: chosen.id } : null, categoryName: chosen?.name ?? null },
    })
    const { data, error } = await move({ input: { ticketId: ticket.id, categoryId: categoryId || null } })
    const result = data?.setTicketCategory
    const moved = result?.__typename === 'SetTicketCategoryPayload'
    dispatch({ type: 'ticket', ticket: moved ? result.ticket : ticket })
    if (!moved) setFailure(failureText(error, result))
  }

  return (
    <Field label={text('details.category')} error={failure}>
      {(control) => (
        <Select
          {...control}
          value={ticket.category?.id ?? ''}
          options={[
            {
              value: '',
              label: none ? text('details.category.former', { name: none }) : text('details.category.none'),
            },
            ...categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValue={(categoryId) => void change(categoryId)}
        />
      )}
    </Field>
  )
}
