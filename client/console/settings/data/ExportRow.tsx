import { longDate } from '../../../core/dates.ts'
import type { ConsoleExportFragment } from '../../../graphql/operations.ts'
import { useLocale } from '../../../ui/locale.ts'
import { Time } from '../../../ui/Time.tsx'
import { useDataText } from './use-text.ts'

export function ExportRow({ made }: { made: ConsoleExportFragment }) {
  const text = useDataText()
  const name = useName(made)
  const { format, createdAt, url, expiresAt } = made
  return (
    <li class="tc-row">
      <div class="tc-row__words">
        <p class="tc-row__name" dir="auto">
          {name}
        </p>
        <p class="tc-row__facts">
          <span>{format}</span>
          <Time value={createdAt} as="moment" />
          {expiresAt ? (
            <span>
              {text('exports.until')} <Time value={expiresAt} as="moment" />
            </span>
          ) : (
            <span>{text('exports.waits')}</span>
          )}
        </p>
      </div>
      {url && (
        <div class="tc-row__actions">
          <a
            class="tc-button tc-button--quiet"
            href={url}
            download
            aria-label={text('exports.download.what', { name })}
          >
            {text('exports.download')}
          </a>
        </div>
      )}
    </li>
  )
}

/** What is in the file. */
function useName({ customerEmail, since }: ConsoleExportFragment): string {
  const text = useDataText()
  const locale = useLocale()
  if (customerEmail) return text('exports.customer', { email: customerEmail })
  if (!since) return text('exports.all')
  return text('exports.changed', { date: longDate(locale, new Date(since)) })
}
