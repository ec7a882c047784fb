import { useEffect } from 'preact/hooks'
import { maxParticipants } from '../../../core/limits.ts'
import type { ConsoleCheckIntegrationQuery, IntegrationFinding } from '../../../graphql/operations.ts'
import { namedText } from '../../../i18n/named-text.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { websiteId } from '../../address/address.ts'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { useText } from '../use-text.ts'

interface Props {
  result: NonNullable<ConsoleCheckIntegrationQuery['checkIntegration']>
}

type Problem = Exclude<IntegrationFinding, `${string}_VALID`>

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
        {checks.map(({ code, ok, message, fix, value }) => (
          <li key={code} class={`tc-row tc-check-item tc-check-item--${ok ? 'right' : 'wrong'}`}>
            <Icon name={ok ? 'check' : 'close'} />
            <div class="tc-row__words">
              <p>
                <span class="tc-hidden">{text(ok ? 'check.right' : 'check.amiss')} </span>
                {namedText(text, `finding.${code}`, { value: value ?? '' }, message)}
              </p>
              {!ok && (
                <p class="tc-row__facts">
                  {namedText(
                    text,
                    `fix.${code as Problem}`,
                    { value: value ?? '', website: websiteId, limit: maxParticipants },
                    fix ?? '',
                  )}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
