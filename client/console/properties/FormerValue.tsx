import { Icon } from '../../ui/Icon.tsx'
import type { Ticket } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'
import { useValue } from './use-value.ts'

interface Props {
  ticket: Ticket
  value: Ticket['fields'][number]
}

/** A value whose field is deleted or of another category: it can only be removed. */
export function FormerValue({ ticket, value: { value, ...field } }: Props) {
  const text = useText()
  const { set, failure } = useValue(ticket, field)
  const { label, type } = field
  const shown =
    type === 'CHECKBOX' ? text(value === 'true' ? 'details.field.yes' : 'details.field.no') : value
  return (
    <div class="tc-former-value">
      <span class="tc-label" dir="auto">
        {label}
      </span>
      <span class="tc-former-value__line">
        <span class="tc-former-value__text" dir="auto">
          {shown}
        </span>
        <button
          type="button"
          class="tc-chip__remove"
          aria-label={text('details.field.remove', { name: label })}
          onClick={() => set('')}
        >
          <Icon name="close" />
        </button>
      </span>
      {failure && <p class="tc-error">{failure}</p>}
    </div>
  )
}
