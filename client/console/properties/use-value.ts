import { useConsoleSetTicketFieldsMutation } from '../../graphql/hooks.ts'
import type { Ticket } from '../state/state.ts'
import { useProperty } from './use-property.ts'

/** A ticket's value of a field. An empty text means none. */
export function useValue(ticket: Ticket, field: Omit<Ticket['fields'][number], 'value'>) {
  const { name, label, type } = field
  const { change, failure } = useProperty(ticket, 'fields')
  const [, send] = useConsoleSetTicketFieldsMutation()
  const stored = ticket.fields.find((one) => one.name === name)?.value ?? ''

  function set(value: string): void {
    const others = ticket.fields.filter((one) => one.name !== name)
    const fields = value ? [...others, { name, label, type, value }] : others
    const input = { ticketId: ticket.id, fields: [{ name, value: value || null }] }
    if (value !== stored) void change({ fields }, send({ input }))
  }

  return { value: stored, set, failure }
}
