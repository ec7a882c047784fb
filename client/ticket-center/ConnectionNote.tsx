import { useText } from '../i18n/use-text.ts'
import { useInterruption } from '../shell/use-interruption.ts'

/** Speaks only of an interruption that lasts. */
export function ConnectionNote() {
  const text = useText()
  const interrupted = useInterruption()
  return (
    <div class="tc-connection" role="status">
      {interrupted && <span class="tc-connection__text">{text('app.reconnecting')}</span>}
    </div>
  )
}
