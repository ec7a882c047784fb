import type { ConsoleAuditEventFragment } from '../../../graphql/operations.ts'
import type { SettingsText } from '../../../i18n/catalogue.ts'
import { Time } from '../../../ui/Time.tsx'
import { useText } from '../use-text.ts'

/** The text of a command or detail; undefined for those of a newer server, which this page has no text for. */
function useAuditText() {
  const text = useText()
  return (key: `${'action' | 'detail'}.${string}`): string | undefined => {
    const found = text(key as SettingsText)
    return found === key ? undefined : found
  }
}

export function AuditRow({ event }: { event: ConsoleAuditEventFragment }) {
  const text = useText()
  const auditText = useAuditText()
  const { action, actor, createdAt, details } = event
  return (
    <li class="tc-row tc-audit">
      <div class="tc-row__words">
        <p>
          <span class="tc-row__name" dir="auto">
            {actor?.name ?? text('audit.root')}
          </span>{' '}
          {auditText(`action.${action}`) ?? <code>{action}</code>}
        </p>
        {details.length > 0 && (
          <dl class="tc-audit__details">
            {details.map(({ name, value }) => (
              <Detail key={name} name={name} value={value} />
            ))}
          </dl>
        )}
      </div>
      <Time value={createdAt} as="moment" />
    </li>
  )
}

function Detail({ name, value }: { name: string; value: string }) {
  const auditText = useAuditText()
  return (
    <div>
      <dt>{auditText(`detail.${name}`) ?? name}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  )
}
