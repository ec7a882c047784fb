import type { ConsoleWebhookFragment } from '../../../graphql/operations.ts'
import type { SettingsText } from '../../../i18n/catalogue.ts'
import { useText } from '../use-text.ts'
import { typeName } from './event-types.ts'

const reasons: Record<string, SettingsText> = {
  GONE: 'webhooks.disabled.GONE',
  FAILED: 'webhooks.disabled.FAILED',
}

export function WebhookFacts({ webhook }: { webhook: ConsoleWebhookFragment }) {
  const text = useText()
  const { url, events, description, enabled, disabledReason } = webhook
  return (
    <div class="tc-row__words">
      <p class="tc-row__name">
        <bdi dir="ltr">{url}</bdi>
      </p>
      {description && (
        <p class="tc-row__facts" dir="auto">
          {description}
        </p>
      )}
      <p class="tc-row__facts">
        {events.length === 0 ? (
          <span>{text('webhooks.events.all')}</span>
        ) : (
          <code dir="ltr">{events.map(typeName).join(', ')}</code>
        )}
        {!enabled && (
          <span class={disabledReason ? 'tc-error' : undefined}>
            {text(reasons[disabledReason ?? ''] ?? 'webhooks.disabled')}
          </span>
        )}
      </p>
    </div>
  )
}
