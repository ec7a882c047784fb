import { Icon } from '../../ui/Icon.tsx'
import { useText } from '../texts/use-text.ts'
import { useFilter } from './use-filter.ts'

/** Shows that the list is limited to one customer, and removes the limit. */
export function CustomerChip() {
  const text = useText()
  const { filter, change } = useFilter()
  if (!filter.customerEmail) return null
  return (
    <div class="tc-chip">
      <span class="tc-chip__text" dir="auto">
        {text('list.customer', { customer: filter.customerEmail })}
      </span>
      <button
        type="button"
        class="tc-chip__remove"
        aria-label={text('list.customer.clear')}
        onClick={() => change({ customerEmail: null })}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}
