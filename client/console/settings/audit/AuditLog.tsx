import { Button } from '../../../ui/Button.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { Failure } from '../forms/Failure.tsx'
import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { AuditRow } from './AuditRow.tsx'
import { useAuditEvents } from './use-audit-events.ts'

export function AuditLog() {
  const text = useText()
  const { log, busy, failed, more } = useAuditEvents()
  return (
    <Page title={text('section.audit')} lead={text('audit.lead')}>
      {!log && !failed && <Skeleton label={text('app.loading')} rows={5} />}
      {log?.events.length === 0 && <p class="tc-none">{text('audit.none')}</p>}
      <ol class="tc-rows" aria-label={text('section.audit')}>
        {log?.events.map((event) => (
          <AuditRow key={event.id} event={event} />
        ))}
      </ol>
      <Failure text={failed ? text('audit.failed') : undefined} />
      {(log?.older || failed) && (
        <Button busy={busy} onClick={more}>
          {text(failed ? 'app.retry' : 'audit.older')}
        </Button>
      )}
    </Page>
  )
}
