import { nameOf } from '../../shell/name-of.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { useLocale } from '../../ui/locale.ts'
import { Time } from '../../ui/Time.tsx'
import type { TicketDetails } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'
import { Email } from './Email.tsx'
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
        <Avatar name={nameOf(customer, text)} />
        <div class="tc-customer__words">
          <p class="tc-customer__name" dir="auto">
            {customer.erased
              ? nameOf(customer, text)
              : (customer.nickname ?? <Email address={customer.email} />)}
          </p>
          {customer.nickname && (
            <>
              <p class="tc-customer__email">
                <Email address={customer.email} />
              </p>
              <p class="tc-hint">{text('customer.unverified')}</p>
            </>
          )}
        </div>
      </div>
      <dl class="tc-facts">
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
