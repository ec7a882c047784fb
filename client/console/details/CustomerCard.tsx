import { Avatar } from '../../ui/Avatar.tsx'
import { useLocale } from '../../ui/locale.ts'
import { Time } from '../../ui/Time.tsx'
import type { TicketDetails } from '../state/state.ts'
import { useText } from '../use-text.ts'
import { languageName } from './language-name.ts'

export function CustomerCard({ customer }: { customer: TicketDetails['customer'] }) {
  const text = useText()
  const inLocale = useLocale()
  return (
    <section class="tc-details__section" aria-labelledby="tc-customer-title">
      <h3 id="tc-customer-title" class="tc-hidden">
        {text('customer.title')}
      </h3>
      <div class="tc-customer">
        <Avatar name={customer.name} />
        <div class="tc-customer__words">
          <p class="tc-customer__name" dir="auto">
            {customer.nickname ?? customer.email}
          </p>
          {customer.nickname && (
            <p class="tc-hint" title={text('customer.unverified.text')}>
              {text('customer.unverified')}
            </p>
          )}
        </div>
      </div>
      <dl class="tc-facts">
        <div class="tc-fact">
          <dt>{text('customer.email')}</dt>
          <dd>{customer.email}</dd>
        </div>
        {customer.locale && (
          <div class="tc-fact">
            <dt>{text('customer.locale')}</dt>
            <dd>{languageName(inLocale, customer.locale)}</dd>
          </div>
        )}
        <div class="tc-fact">
          <dt>{text('customer.since')}</dt>
          <dd>
            <Time value={customer.createdAt} as="date" />
          </dd>
        </div>
      </dl>
    </section>
  )
}
