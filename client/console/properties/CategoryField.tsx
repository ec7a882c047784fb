import { useConsoleSetTicketCategoryMutation } from '../../graphql/hooks.ts'
import { SelectField } from '../../ui/form/SelectField.tsx'
import type { Ticket } from '../state/state.ts'
import { useTeam } from '../team/context.ts'
import { useText } from '../texts/use-text.ts'
import { useProperty } from './use-property.ts'

export function CategoryField({ ticket }: { ticket: Ticket }) {
  const text = useText()
  const { categories } = useTeam().website
  const { change, failure } = useProperty(ticket, 'category')
  const [, setCategory] = useConsoleSetTicketCategoryMutation()
  // The name of a deleted category stays on its tickets.
  const none = ticket.category ? null : ticket.categoryName
  if (categories.length === 0 && !none) return null

  function moveTo(categoryId: string): void {
    const chosen = categories.find(({ id }) => id === categoryId)
    const changed = { category: chosen ? { id: chosen.id } : null, categoryName: chosen?.name ?? null }
    void change(changed, setCategory({ input: { ticketId: ticket.id, categoryId: categoryId || null } }))
  }

  return (
    <SelectField
      label={text('details.category')}
      error={failure}
      value={ticket.category?.id ?? ''}
      options={[
        {
          value: '',
          label: none ? text('details.category.former', { name: none }) : text('details.category.none'),
        },
        ...categories.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onValue={moveTo}
    />
  )
}
