import { useEffect } from 'preact/hooks'
import type { ConsoleCheckIntegrationQuery } from '../../../graphql/operations.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { useText } from '../use-text.ts'

interface Props {
  result: NonNullable<ConsoleCheckIntegrationQuery['checkIntegration']>
}

export function CheckResult({ result: { ok, checks } }: Props) {
  const text = useText()
  const announce = useAnnounce()
  const wrong = checks.filter((check) => !check.ok).length
  const verdict = ok ? text('check.ok') : text('check.wrong', { count: wrong })
  useEffect(() => announce(verdict), [checks])
  return (
    <section class="tc-block" aria-labelledby="tc-check-title">
      <h2 id="tc-check-title" class="tc-block__title">
        {verdict}
      </h2>
      <ul class="tc-rows">
        {checks.map(({ name, ok, message, fix }) => (
          <li key={name} class={`tc-row tc-check-item tc-check-item--${ok ? 'right' : 'wrong'}`}>
            <Icon name={ok ? 'check' : 'close'} />
            <div class="tc-row__words">
              <p>
                <span class="tc-hidden">{text(ok ? 'check.right' : 'check.amiss')} </span>
                {message}
              </p>
              {fix && <p class="tc-row__facts">{fix}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
