import { shownFields } from '../../core/shown-fields.ts'
import type { Ticket } from '../state/state.ts'
import { useTeam } from '../team/context.ts'
import { useText } from '../texts/use-text.ts'
import { FormerValue } from './FormerValue.tsx'
import { ValueField } from './ValueField.tsx'

/** The ticket's values for its category's fields: those that the form shows, and those that it has anyway. */
export function Values({ ticket }: { ticket: Ticket }) {
  const text = useText()
  const { categories } = useTeam().website
  const fields = categories.find(({ id }) => id === ticket.category?.id)?.fields ?? []
  const values = Object.fromEntries(ticket.fields.map(({ name, value }) => [name, value]))
  const shown = shownFields(fields, values)
  const current = fields.filter((field) => shown.includes(field) || field.name in values)
  const former = ticket.fields.filter(({ name }) => !fields.some((field) => field.name === name))
  if (current.length + former.length === 0) return null
  return (
    <section class="tc-details__section tc-properties tc-values" aria-labelledby="tc-values-title">
      <h3 id="tc-values-title" class="tc-details__title">
        {text('details.fields')}
      </h3>
      {current.map((field) => (
        <ValueField key={field.name} ticket={ticket} field={field} />
      ))}
      {former.map((value) => (
        <FormerValue key={value.name} ticket={ticket} value={value} />
      ))}
    </section>
  )
}
