import type { ConsoleAuditEventFragment } from '../../../graphql/operations.ts'
import { settingsAccessEn } from '../../../i18n/settings-access-en.ts'
import { Time } from '../../../ui/Time.tsx'
import { useText } from '../use-text.ts'

type AuditKey = Extract<keyof typeof settingsAccessEn, `${'action' | 'detail'}.${string}`>

/** A newer server may send commands and details that this page has no text for. */
function isKnown(key: string): key is AuditKey {
  return key in settingsAccessEn
}

export function AuditRow({ event }: { event: ConsoleAuditEventFragment }) {
  const text = useText()
  const { action, actor, createdAt, details } = event
  const key = `action.${action}`
  return (
    <li class="tc-row tc-audit">
      <div class="tc-row__words">
        <p>
          <span class="tc-row__name" dir="auto">
            {actor?.name ?? text('audit.root')}
          </span>{' '}
          {isKnown(key) ? text(key) : <code>{action}</code>}
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
  const text = useText()
  const key = `detail.${name}`
  return (
    <div>
      <dt>{isKnown(key) ? text(key) : name}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  )
}
